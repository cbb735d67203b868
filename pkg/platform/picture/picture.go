// Package picture makes pictures that people send fit to be shown: in the sizes that pages need, upright, and without
// anything beside the pixels, such as the place where a photograph was taken. Each picture is decoded and written anew, so
// what hides between or behind its parts is gone too; only moving GIFs keep their frames and are cut down part by part. What
// would take too much memory is refused before it is decoded. Start at Studio.
//
// Colour profiles go as well: the decoders of the standard library do not apply them, so very saturated photographs become
// a little paler.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// The reasons why a picture is not taken.
var (
	ErrUnknown  = errors.New("no picture of a known kind")
	ErrTooLarge = errors.New("the picture has too many pixels")
	ErrDamaged  = errors.New("the picture is damaged")
)

const (
	// maxMemory bounds what decoding one picture may take, in bytes: about 30 megapixels of a PNG, 80 of most photographs.
	maxMemory = 128 << 20
	quality   = 86
)

// Version is a picture in one size.
type Version struct {
	Width, Height int
	Content       []byte
}

// Picture is a picture in all its versions, the largest first.
type Picture struct {
	MediaType string
	Versions  []Version
}

// Studio works on one picture at a time, so that several large ones do not fill the memory together.
type Studio struct{ seat chan struct{} }

// NewStudio makes a studio; a process needs one.
func NewStudio() *Studio { return &Studio{seat: make(chan struct{}, 1)} }

// Fit makes the versions of a picture that are at most so wide, the widest first; one that is smaller is never enlarged.
func (s *Studio) Fit(ctx context.Context, content []byte, widths []int) (Picture, error) {
	return s.work(ctx, content, func(source image.Image) []image.Image {
		var versions []image.Image
		for i, width := range widths {
			bounds := source.Bounds()
			if i > 0 && bounds.Dx() <= width {
				continue
			}
			if bounds.Dx() > width {
				source = scaled(source, bounds, width, max(1, bounds.Dy()*width/bounds.Dx()))
			}
			versions = append(versions, source)
		}
		return versions
	})
}

// Square makes square versions of the middle of a picture, the largest first.
func (s *Studio) Square(ctx context.Context, content []byte, sides []int) (Picture, error) {
	return s.work(ctx, content, func(source image.Image) []image.Image {
		bounds := source.Bounds()
		side := min(bounds.Dx(), bounds.Dy())
		corner := bounds.Min.Add(image.Pt((bounds.Dx()-side)/2, (bounds.Dy()-side)/2))
		from := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}
		versions := make([]image.Image, 0, len(sides))
		for _, length := range sides {
			versions = append(versions, scaled(source, from, length, length))
		}
		return versions
	})
}

func (s *Studio) work(ctx context.Context, content []byte, versionsOf func(image.Image) []image.Image) (Picture, error) {
	head, err := read(content)
	if err != nil {
		return Picture{}, err
	}
	select {
	case s.seat <- struct{}{}:
		defer func() { <-s.seat }()
	case <-ctx.Done():
		return Picture{}, fmt.Errorf("wait for the studio: %w", ctx.Err())
	}
	if head.format == formatGIF {
		if frames, moving, err := stripGIF(content); err != nil || moving {
			return Picture{
				MediaType: "image/gif", Versions: []Version{{Width: head.Width, Height: head.Height, Content: frames}},
			}, err
		}
	}
	source, err := decode(head.format, content)
	if err != nil {
		return Picture{}, err
	}
	return encode(head.format, versionsOf(upright(source, head.orientation)))
}

func decode(format format, content []byte) (source image.Image, err error) {
	reader := bytes.NewReader(content)
	switch format {
	case formatJPEG:
		source, err = jpeg.Decode(reader)
	case formatGIF:
		source, err = gif.Decode(reader)
	case formatWebP:
		source, err = webp.Decode(reader)
	default:
		source, err = png.Decode(reader)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return source, nil
}

// encode writes photographs as JPEG; what is drawn, or lets something shine through, as PNG.
func encode(format format, versions []image.Image) (Picture, error) {
	made := Picture{MediaType: "image/png"}
	if format == formatJPEG || format == formatWebP && isOpaque(versions[0]) {
		made.MediaType = "image/jpeg"
	}
	for _, version := range versions {
		var out bytes.Buffer
		var err error
		if made.MediaType == "image/jpeg" {
			err = jpeg.Encode(&out, version, &jpeg.Options{Quality: quality})
		} else {
			err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, version)
		}
		if err != nil {
			return Picture{}, fmt.Errorf("write a picture: %w", err)
		}
		size := version.Bounds().Size()
		made.Versions = append(made.Versions, Version{Width: size.X, Height: size.Y, Content: out.Bytes()})
	}
	return made, nil
}

func isOpaque(source image.Image) bool {
	known, ok := source.(interface{ Opaque() bool })
	return ok && known.Opaque()
}

func scaled(source image.Image, from image.Rectangle, width, height int) image.Image {
	target := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.BiLinear.Scale(target, target.Bounds(), source, from, draw.Src, nil)
	return target
}
