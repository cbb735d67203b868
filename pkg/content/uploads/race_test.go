package uploads_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

func TestFiftySavedTextsKeepTheirUploadsWhileTheSweepRuns(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "Why does the lock gate stand open?")
	ada := kit.Actor("ada")
	var deeds []func() error
	said := map[id.Upload]*bool{}
	for i := range 50 {
		sent, err := kit.App.Uploads.Keep(t.Context(), ada, uploads.Sent{Name: "a.txt", Content: fmt.Appendf(nil, "file %d", i)})
		require.NoError(t, err)
		saved := new(bool)
		said[sent.ID] = saved
		deeds = append(deeds, func() error {
			_, err := kit.App.Comments.Post(t.Context(), ada, q.ID, comments.Draft{Body: "[file](" + sent.Path() + ")"})
			*saved = err == nil
			return err
		}, func() error {
			_, err := kit.App.Uploads.Sweep(t.Context())
			return err
		})
	}
	kit.Clock.Advance(25 * time.Hour)
	kit.Together(deeds)
	// Either the text was saved and has its file, or it was refused and the file is gone: never a text without.
	for upload, saved := range said {
		kept := kit.Int(`SELECT count(*) FROM uploads WHERE id = $1 AND removed_at IS NULL`, upload)
		used := kit.Int(`SELECT count(*) FROM upload_uses WHERE upload_id = $1`, upload)
		if *saved {
			require.Equal(t, 1, kept)
			require.Equal(t, 1, used)
			continue
		}
		require.Zero(t, kept)
		require.Zero(t, used)
	}
}

func TestTheSameFileSentFiftyTimesAtOnceIsOneUpload(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada")
	deeds := make([]func() error, 50)
	for i := range deeds {
		deeds[i] = func() error {
			sent, err := kit.App.Uploads.Keep(t.Context(), ada, uploads.Sent{Name: "a.txt", Content: []byte("one file")})
			if err != nil {
				return err
			}
			opened, err := kit.App.Uploads.Open(t.Context(), sent, 0)
			if err != nil {
				return err
			}
			return opened.Close()
		}
	}
	require.Equal(t, 50, kit.Together(deeds))
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM uploads`))
}
