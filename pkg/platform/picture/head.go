package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

type format int

const (
	formatPNG format = iota
	formatJPEG
	formatGIF
	formatWebP
)

// maxSide is far beyond any screen, and keeps the arithmetic of sizes small.
const maxSide = 20_000

// head is what a picture says of itself before its pixels.
type head struct {
	image.Config
	format format
	// orientation is how the camera was held, 1 to 8 as in EXIF.
	orientation int
}

// read looks at the beginning of a picture and refuses what would take too much memory to decode.
func read(content []byte) (head, error) {
	found := head{orientation: 1}
	var err error
	samples := 1.0
	reader := bytes.NewReader(content)
	switch {
	case bytes.HasPrefix(content, []byte("\x89PNG\r\n\x1a\n")):
		found.format = formatPNG
		found.Config, err = png.DecodeConfig(reader)
	case bytes.HasPrefix(content, []byte("\xff\xd8\xff")):
		found.format = formatJPEG
		if found.Config, err = jpeg.DecodeConfig(reader); err == nil {
			samples, found.orientation = surveyJPEG(content)
		}
	case bytes.HasPrefix(content, []byte("GIF87a")), bytes.HasPrefix(content, []byte("GIF89a")):
		found.format = formatGIF
		found.Config, err = gif.DecodeConfig(reader)
	case len(content) > 12 && string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP":
		found.format = formatWebP
		found.Config, err = webp.DecodeConfig(reader)
	default:
		return head{}, ErrUnknown
	}
	switch {
	case err != nil || found.Width <= 0 || found.Height <= 0:
		return head{}, ErrDamaged
	case found.Width > maxSide || found.Height > maxSide:
		return head{}, ErrTooLarge
	case float64(found.Width)*float64(found.Height)*samples*bytesOf(found.ColorModel) > maxMemory:
		return head{}, ErrTooLarge
	}
	return found, nil
}

// bytesOf is what a pixel takes when it is decoded; of JPEGs the survey knows more.
func bytesOf(model color.Model) float64 {
	switch model {
	case color.GrayModel, color.YCbCrModel, color.CMYKModel:
		return 1
	case color.Gray16Model:
		return 2
	case color.NYCbCrAModel:
		return 3
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	if _, indexed := model.(color.Palette); indexed {
		return 1
	}
	return 4
}

// The markers of JPEG that matter here.
const (
	markerSOF0, markerSOF2 = 0xC0, 0xC2
	markerSOS, markerAPP1  = 0xDA, 0xE1
)

// surveyJPEG walks the segments before the pixels: it gives the bytes that decoding takes a pixel, and the orientation.
// A progressive picture is kept whole as coefficients of four bytes until its last pass.
func surveyJPEG(content []byte) (perPixel float64, orientation int) {
	perPixel, orientation = 3, 1
	for at := 2; at+4 <= len(content) && content[at] == 0xFF; {
		marker := content[at+1]
		if marker == 0xFF { // filling
			at++
			continue
		}
		length := int(binary.BigEndian.Uint16(content[at+2:]))
		if marker == markerSOS || length < 2 || at+2+length > len(content) {
			break
		}
		segment := content[at+4 : at+2+length]
		switch {
		case marker >= markerSOF0 && marker <= markerSOF2 && len(segment) > 6:
			perPixel = samplesOf(segment)
			if marker == markerSOF2 {
				perPixel *= 5
			}
		case marker == markerAPP1:
			orientation = orientationOf(segment, orientation)
		}
		at += 2 + length
	}
	return perPixel, orientation
}

// samplesOf reads how densely each component is sampled: photographs mostly have one and a half samples a pixel.
func samplesOf(frame []byte) float64 {
	sum, most := 0, 1
	for component := 6; component+2 < len(frame); component += 3 {
		factors := int(frame[component+1]>>4) * int(frame[component+1]&0xF)
		sum += factors
		most = max(most, factors)
	}
	return max(1, float64(sum)/float64(most))
}

// orientationOf finds the orientation in the TIFF structure of an Exif segment, else gives what was known before.
func orientationOf(segment []byte, before int) int {
	const tag, size, field = 0x0112, 12, 8
	tiff, isExif := bytes.CutPrefix(segment, []byte("Exif\x00\x00"))
	if !isExif || len(tiff) < field {
		return before
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return before
	}
	count := int(order.Uint16(tiff[at:]))
	entries := tiff[at+2:]
	for i := 0; i < count && (i+1)*size <= len(entries); i++ {
		entry := entries[i*size:]
		if value := int(order.Uint16(entry[8:])); order.Uint16(entry) == tag && value >= 1 && value <= 8 {
			return value
		}
	}
	return before
}
