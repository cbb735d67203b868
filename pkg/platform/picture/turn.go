package picture

import (
	"image"
	"image/draw"
)

// upright turns a picture as it was seen through the camera. The orientations of EXIF are the four turns, each plain or
// mirrored.
func upright(source image.Image, orientation int) image.Image {
	if orientation <= 1 || orientation > 8 {
		return source
	}
	bounds := source.Bounds()
	width, height := bounds.Dx(), bounds.Dy()
	pixels, ok := source.(*image.RGBA)
	if !ok {
		pixels = image.NewRGBA(image.Rect(0, 0, width, height))
		draw.Draw(pixels, pixels.Bounds(), source, bounds.Min, draw.Src)
	}
	turned := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			toX, toY := place(orientation, x, y, width, height)
			from, to := pixels.PixOffset(x, y), turned.PixOffset(toX, toY)
			copy(turned.Pix[to:to+4], pixels.Pix[from:from+4])
		}
	}
	return turned
}

// place tells where a pixel goes.
func place(orientation, x, y, width, height int) (toX, toY int) {
	right, below := width-1-x, height-1-y
	switch orientation {
	case 2:
		return right, y
	case 3:
		return right, below
	case 4:
		return x, below
	case 5:
		return y, x
	case 6:
		return below, x
	case 7:
		return below, right
	default:
		return y, right
	}
}
