package markdown

import (
	"regexp"
	"strconv"

	"golang.org/x/net/html"
)

// Picture is what is known of a picture that lies with us. Versions are its widths as a srcset has them.
type Picture struct {
	Width, Height int
	Source        string
	Versions      string
}

// Pictures are those that a text may show, by the key in their address.
type Pictures map[string]Picture

// shownSizes tells browsers how wide a picture stands in a text: as wide as the column.
const shownSizes = "(max-width: 48rem) 100vw, 760px"

var pictureAddress = regexp.MustCompile(`^/uploads/([A-Z2-7]{26})/`)

// Picturing gives a renderer that shows these pictures in the width that fits the reader's screen, and has their place kept free
// until they are there.
func (r *Renderer) Picturing(pictures Pictures) *Renderer {
	picturing := *r
	picturing.pictures = pictures
	return &picturing
}

// sized completes an image that lies with us: an author's own width and height stay, unless there is only one of them.
func (g *gate) sized(source string, kept []html.Attribute) []html.Attribute {
	found := pictureAddress.FindStringSubmatch(source)
	if found == nil {
		return kept
	}
	known, ok := g.pictures[found[1]]
	if !ok {
		return kept
	}
	if !hasAttribute(kept, "width") && !hasAttribute(kept, "height") {
		kept = append(kept, html.Attribute{Key: "width", Val: strconv.Itoa(known.Width)}, html.Attribute{Key: "height", Val: strconv.Itoa(known.Height)})
	}
	return append(kept, html.Attribute{Key: "srcset", Val: known.Versions}, html.Attribute{Key: "sizes", Val: shownSizes})
}

func hasAttribute(attributes []html.Attribute, key string) bool {
	for _, attribute := range attributes {
		if attribute.Key == key {
			return true
		}
	}
	return false
}
