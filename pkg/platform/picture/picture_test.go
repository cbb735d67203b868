package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/picture"
)

// halves is red on its left and blue on its right.
func halves(width, height int) *image.RGBA {
	drawn := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			tone := color.RGBA{R: 255, A: 255}
			if x >= width/2 {
				tone = color.RGBA{B: 255, A: 255}
			}
			drawn.SetRGBA(x, y, tone)
		}
	}
	return drawn
}

func pngOf(t *testing.T, drawn image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, drawn))
	return out.Bytes()
}

// photograph is a JPEG whose camera was held as the orientation says and noted where it was.
func photograph(t *testing.T, drawn image.Image, orientation uint16) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, drawn, &jpeg.Options{Quality: 95}))
	note := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	note = binary.BigEndian.AppendUint16(note, orientation)
	note = append(note, "\x00\x00\x00\x00\x00\x00GPS 52.5200 13.4050"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(note)+2))
	return append(append(append([]byte{0xFF, 0xD8}, segment...), note...), out.Bytes()[2:]...)
}

func fit(t *testing.T, content []byte, widths ...int) picture.Picture {
	t.Helper()
	made, err := picture.NewStudio().Fit(t.Context(), content, widths)
	require.NoError(t, err)
	return made
}

func TestPicturesComeInTheWidthsThatAreShownAndNeverLarger(t *testing.T) {
	t.Parallel()
	made := fit(t, pngOf(t, halves(1000, 500)), 2560, 1520, 760, 400)
	require.Equal(t, "image/png", made.MediaType)
	require.Len(t, made.Versions, 3)
	for i, width := range []int{1000, 760, 400} {
		shown, err := png.Decode(bytes.NewReader(made.Versions[i].Content))
		require.NoError(t, err)
		require.Equal(t, image.Pt(width, width/2), shown.Bounds().Size())
		require.Equal(t, image.Pt(width, width/2), image.Pt(made.Versions[i].Width, made.Versions[i].Height))
	}
}

func TestPhotographsAreTurnedUprightAndForgetWhereTheyWereTaken(t *testing.T) {
	t.Parallel()
	sent := photograph(t, halves(80, 40), 6)
	require.Contains(t, string(sent), "GPS 52.5200")
	made := fit(t, sent, 760)
	require.Equal(t, "image/jpeg", made.MediaType)
	require.NotContains(t, string(made.Versions[0].Content), "GPS")
	require.NotContains(t, string(made.Versions[0].Content), "Exif")
	shown, err := jpeg.Decode(bytes.NewReader(made.Versions[0].Content))
	require.NoError(t, err)
	require.Equal(t, image.Pt(40, 80), shown.Bounds().Size())
	// Turned to the right, the left half is above.
	red, _, blue, _ := shown.At(20, 10).RGBA()
	require.Greater(t, red, blue)
	red, _, blue, _ = shown.At(20, 70).RGBA()
	require.Greater(t, blue, red)
}

func TestEachOrientationTurnsThePictureItsWay(t *testing.T) {
	t.Parallel()
	for orientation, size := range map[uint16]image.Point{
		1: {80, 40}, 2: {80, 40}, 3: {80, 40}, 4: {80, 40}, 5: {40, 80}, 6: {40, 80}, 7: {40, 80}, 8: {40, 80}, 9: {80, 40},
	} {
		shown, err := jpeg.Decode(bytes.NewReader(fit(t, photograph(t, halves(80, 40), orientation), 760).Versions[0].Content))
		require.NoError(t, err)
		require.Equal(t, size, shown.Bounds().Size(), "orientation %d", orientation)
	}
}

func TestTextsInAPNGAreGone(t *testing.T) {
	t.Parallel()
	drawn := pngOf(t, halves(20, 20))
	text := []byte("tEXtComment\x00Taken at home")
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-4))
	chunk = append(chunk, text...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(text))
	const afterHeader = 33
	sent := append(append(append([]byte{}, drawn[:afterHeader]...), chunk...), drawn[afterHeader:]...)
	sent = append(sent, "<script>behind the end</script>"...)
	made := fit(t, sent, 760).Versions[0].Content
	require.NotContains(t, string(made), "Taken at home")
	require.NotContains(t, string(made), "script")
}

func TestAPictureOfFourHundredMegapixelsIsRefusedBeforeItIsDecoded(t *testing.T) {
	t.Parallel()
	header := []byte("IHDR")
	header = binary.BigEndian.AppendUint32(header, 20_000)
	header = binary.BigEndian.AppendUint32(header, 20_000)
	header = append(header, 8, 2, 0, 0, 0)
	bomb := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
	bomb = append(bomb, header...)
	bomb = binary.BigEndian.AppendUint32(bomb, crc32.ChecksumIEEE(header))
	var data bytes.Buffer
	packed := zlib.NewWriter(&data)
	_, err := packed.Write(make([]byte, 1<<20))
	require.NoError(t, err)
	require.NoError(t, packed.Close())
	bomb = append(bomb, data.Bytes()...)
	_, err = picture.NewStudio().Fit(t.Context(), bomb, []int{760})
	require.ErrorIs(t, err, picture.ErrTooLarge)
}

func TestMovingPicturesKeepTheirFramesAndNothingElse(t *testing.T) {
	t.Parallel()
	frame := func(shade uint8) *image.Paletted {
		drawn := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
		for i := range drawn.Pix {
			drawn.Pix[i] = shade
		}
		return drawn
	}
	var out bytes.Buffer
	require.NoError(t, gif.EncodeAll(&out, &gif.GIF{Image: []*image.Paletted{frame(0), frame(1)}, Delay: []int{10, 20}}))
	trailer := len(out.Bytes()) - 1
	sent := append(append([]byte{}, out.Bytes()[:trailer]...), "\x21\xfe\x0cTaken at home"[:15]...)
	sent = append(sent, 0, 0x3B)
	sent = append(sent, "hidden behind the end"...)
	made := fit(t, sent, 760)
	require.Equal(t, "image/gif", made.MediaType)
	require.NotContains(t, string(made.Versions[0].Content), "Taken")
	require.NotContains(t, string(made.Versions[0].Content), "hidden")
	shown, err := gif.DecodeAll(bytes.NewReader(made.Versions[0].Content))
	require.NoError(t, err)
	require.Equal(t, []int{10, 20}, shown.Delay)
}

func TestAStillGIFBecomesAPNG(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, gif.Encode(&out, halves(20, 10), nil))
	require.Equal(t, "image/png", fit(t, out.Bytes(), 760).MediaType)
}

func TestFacesAreCutFromTheMiddle(t *testing.T) {
	t.Parallel()
	made, err := picture.NewStudio().Square(t.Context(), pngOf(t, halves(300, 100)), []int{144, 72})
	require.NoError(t, err)
	require.Len(t, made.Versions, 2)
	shown, err := png.Decode(bytes.NewReader(made.Versions[1].Content))
	require.NoError(t, err)
	require.Equal(t, image.Pt(72, 72), shown.Bounds().Size())
	require.Equal(t, color.RGBA{R: 255, A: 255}, color.RGBAModel.Convert(shown.At(5, 36)))
	require.Equal(t, color.RGBA{B: 255, A: 255}, color.RGBAModel.Convert(shown.At(66, 36)))
}

func TestWhatIsNoPictureIsSaid(t *testing.T) {
	t.Parallel()
	photo := photograph(t, halves(80, 40), 1)
	for name, given := range map[string]struct {
		content []byte
		want    error
	}{
		"nothing":          {nil, picture.ErrUnknown},
		"words":            {[]byte("a text"), picture.ErrUnknown},
		"SVG":              {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), picture.ErrUnknown},
		"half a picture":   {photo[:len(photo)/2], picture.ErrDamaged},
		"only a beginning": {[]byte("\x89PNG\r\n\x1a\n"), picture.ErrDamaged},
		"a GIF cut off":    {[]byte("GIF89a\x08\x00\x08\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"), picture.ErrDamaged},
	} {
		_, err := picture.NewStudio().Fit(t.Context(), given.content, []int{760})
		require.ErrorIs(t, err, given.want, name)
	}
}

func FuzzNoPictureBreaksTheStudio(f *testing.F) {
	var out bytes.Buffer
	require.NoError(f, gif.EncodeAll(&out, &gif.GIF{
		Image: []*image.Paletted{image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.Black, color.White})}, Delay: []int{1},
	}))
	f.Add(out.Bytes())
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II\x2a\x00\x08\x00\x00\x00"))
	studio := picture.NewStudio()
	f.Fuzz(func(t *testing.T, content []byte) {
		made, err := studio.Fit(t.Context(), content, []int{760, 400})
		if err == nil {
			require.NotEmpty(t, made.Versions)
		}
	})
}
