package picture

import (
	"bytes"
	"encoding/binary"
)

// The parts of a GIF.
const (
	gifHeader    = 13 // the signature and the screen
	gifExtension = 0x21
	gifFrame     = 0x2C
	gifTrailer   = 0x3B
	gifControl   = 0xF9
	gifHasTable  = 0x80
	// maxFrames keeps browsers, which decode them all, from working for long.
	maxFrames = 1_000
)

// gifWriter copies the parts of a GIF that are seen.
type gifWriter struct {
	source []byte
	at     int
	out    bytes.Buffer
	frames int
}

// stripGIF keeps the frames of a GIF with their timing and drops all else: comments, texts, other programs' data, and what
// comes behind the end. It tells whether it moves.
func stripGIF(source []byte) (kept []byte, moving bool, err error) {
	w := gifWriter{source: source}
	if !w.copy(gifHeader) || !w.table(source[10]) {
		return nil, false, ErrDamaged
	}
	for w.at < len(source) {
		switch source[w.at] {
		case gifExtension:
			if !w.extension() {
				return nil, false, ErrDamaged
			}
		case gifFrame:
			if !w.frame() {
				return nil, false, ErrDamaged
			}
			if w.frames > maxFrames {
				return nil, false, ErrTooLarge
			}
		case gifTrailer:
			w.out.WriteByte(gifTrailer)
			return w.out.Bytes(), w.frames > 1, nil
		default:
			return nil, false, ErrDamaged
		}
	}
	return nil, false, ErrDamaged
}

func (w *gifWriter) copy(length int) bool {
	if w.at+length > len(w.source) {
		return false
	}
	w.out.Write(w.source[w.at : w.at+length])
	w.at += length
	return true
}

// table copies the colours that the flags announce.
func (w *gifWriter) table(flags byte) bool {
	if flags&gifHasTable == 0 {
		return true
	}
	return w.copy(3 << (flags&7 + 1))
}

// blocks copies pieces of data up to their end.
func (w *gifWriter) blocks() bool {
	for w.at < len(w.source) {
		length := int(w.source[w.at])
		if !w.copy(length + 1) {
			return false
		}
		if length == 0 {
			return true
		}
	}
	return false
}

// extension keeps the timing of a frame and how often the frames are shown.
func (w *gifWriter) extension() bool {
	before, from := w.out.Len(), w.at
	if !w.copy(2) || !w.blocks() {
		return false
	}
	// Their lengths are fixed, so nothing else travels with them.
	isTiming := w.source[from+1] == gifControl && w.at-from == 8
	isLoop := w.at-from == 19 && bytes.HasPrefix(w.source[from+1:], []byte("\xff\x0bNETSCAPE2.0\x03\x01"))
	if !isTiming && !isLoop {
		w.out.Truncate(before)
	}
	return true
}

func (w *gifWriter) frame() bool {
	const descriptor = 10
	from := w.at
	if !w.copy(descriptor) {
		return false
	}
	width, height := binary.LittleEndian.Uint16(w.source[from+5:]), binary.LittleEndian.Uint16(w.source[from+7:])
	w.frames++
	// A code size stands between the colours and the data.
	return width > 0 && height > 0 && w.table(w.source[from+9]) && w.copy(1) && w.blocks()
}
