package uploads

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Address is where uploads are read, below the address of the installation.
const Address = "/uploads/"

// Upload is a picture or a file that somebody sent. Widths are those that a picture is kept in, the largest first; other
// files have none.
type Upload struct {
	ID        id.Upload
	Key       string
	Owner     id.User
	Name      string
	MediaType string
	Width     int
	Height    int
	Widths    []int64
	Size      int64
	SentAt    time.Time
	kept      bool
}

// IsPicture tells what is shown from what is downloaded.
func (u Upload) IsPicture() bool { return len(u.Widths) > 0 }

// Path is the upload's address. The name in it is for people; the key alone decides.
func (u Upload) Path() string { return Address + u.Key + "/" + u.Name }

// blobs are the names of its parts in the store.
func (u Upload) blobs() []string {
	if !u.IsPicture() {
		return []string{blobName(u.Key, 0)}
	}
	names := make([]string, len(u.Widths))
	for i, width := range u.Widths {
		names[i] = blobName(u.Key, width)
	}
	return names
}

func blobName(key string, width int64) string {
	if width == 0 {
		return fmt.Sprintf("%s/%s/file", key[:2], key)
	}
	return fmt.Sprintf("%s/%s/%d", key[:2], key, width)
}

// addresses finds uploads in a text. Keys are those of rand.Text, so hardly anything else looks like one.
var addresses = regexp.MustCompile(Address + `([A-Z2-7]{26})/`)

// keysIn gives the keys of the uploads that a text names, each once.
func keysIn(source string) []string {
	if !strings.Contains(source, Address) {
		return nil
	}
	var keys []string
	seen := map[string]bool{}
	for _, found := range addresses.FindAllStringSubmatch(source, -1) {
		if key := found[1]; !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys
}

func notFound() error {
	return fault.NotFound("This file does not exist, or you may not read it.")
}
