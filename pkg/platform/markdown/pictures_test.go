package markdown

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPicturesThatLieWithUsKeepTheirPlaceFree(t *testing.T) {
	t.Parallel()
	const key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	renderer := New().Picturing(Pictures{key: {Width: 800, Height: 600, Source: "/uploads/" + key + "/a.png", Versions: "/a?width=400 400w"}})
	for source, want := range map[string]string{
		"![A](/uploads/" + key + "/a.png)": `<img src="/uploads/` + key + `/a.png" alt="A" width="800" height="600" srcset="/a?width=400 400w" sizes="(max-width: 48rem) 100vw, 760px"`,
		// What an author sets goes before what is known.
		`<img src="/uploads/` + key + `/a.png" width="100">`: `alt="" width="100" srcset=`,
		// Others are left alone.
		"![A](/uploads/" + key[1:] + "A/a.png)":               `/a.png" alt="A" loading="lazy"`,
		"![A](https://example.org/uploads/" + key + "/a.png)": `/a.png" alt="A" loading="lazy"`,
	} {
		require.Contains(t, renderer.Render(source).HTML, want, source)
	}
	// Nobody writes a srcset themselves: it would be fetched from anywhere.
	require.NotContains(t, renderer.Render(`<img src="/a.png" srcset="https://example.org/b.png 2x">`).HTML, "srcset=")
}
