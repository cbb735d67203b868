// Package atom writes feeds as Atom 1.0 (RFC 4287), the part of it that every feed reader knows. It knows nothing of what
// is listed. Start at Feed.
package atom

import (
	"encoding/xml"
	"fmt"
	"time"
)

// ContentType is that of a written feed.
const ContentType = "application/atom+xml; charset=utf-8"

// Text is text or, with the type html, markup that is to be shown.
type Text struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

// Link leads to another address: alternate to the page that people read, self to the feed.
type Link struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

// Person is who wrote something.
type Person struct {
	Name string `xml:"name"`
	URI  string `xml:"uri,omitempty"`
}

// Category is a tag.
type Category struct {
	Term string `xml:"term,attr"`
}

// Entry is one thing in a feed. Its ID never changes, whatever becomes of its title and address.
type Entry struct {
	ID         string     `xml:"id"`
	Title      Text       `xml:"title"`
	Links      []Link     `xml:"link"`
	Published  time.Time  `xml:"published"`
	Updated    time.Time  `xml:"updated"`
	Author     Person     `xml:"author"`
	Categories []Category `xml:"category"`
	Summary    *Text      `xml:"summary"`
	Content    *Text      `xml:"content"`
}

// Feed is a list of entries. Base is what relative addresses in it start from.
type Feed struct {
	XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
	Base    string    `xml:"xml:base,attr"`
	Lang    string    `xml:"xml:lang,attr"`
	ID      string    `xml:"id"`
	Title   Text      `xml:"title"`
	Updated time.Time `xml:"updated"`
	Author  Person    `xml:"author"`
	Links   []Link    `xml:"link"`
	Entries []Entry   `xml:"entry"`
}

// Encode writes the feed. It was updated when its latest entry was, so that an unchanged list gives the same bytes;
// one without entries has always been so.
func (f Feed) Encode() ([]byte, error) {
	f.Updated = time.Unix(0, 0).UTC()
	for _, entry := range f.Entries {
		if entry.Updated.After(f.Updated) {
			f.Updated = entry.Updated
		}
	}
	text, err := xml.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("write the feed %s: %w", f.ID, err)
	}
	return append([]byte(xml.Header), text...), nil
}
