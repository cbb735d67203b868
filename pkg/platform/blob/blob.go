// Package blob keeps files by name, on the disk or in a store that speaks S3. It knows neither whose they are nor who
// may read them. What Put has taken is there after a crash. Start at Open.
package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// ErrMissing says that nothing is kept under the name.
var ErrMissing = errors.New("no such file is kept")

// Store keeps files. A name consists of plain parts, divided by slashes.
type Store interface {
	// Put keeps a file whole or not at all, in the place of one of the same name.
	Put(ctx context.Context, name, mediaType string, content []byte) error
	// Open gives a file to read, or ErrMissing.
	Open(ctx context.Context, name string) (io.ReadSeekCloser, error)
	// Remove forgets a file; one that is not there is removed already.
	Remove(ctx context.Context, name string) error
	// Check tells whether files can be kept.
	Check(ctx context.Context) error
}

// Open reads where files are kept: a folder, or s3://key:secret@host:port/bucket?region=..., and s3+http:// where the
// store speaks no TLS. It connects to nothing yet.
func Open(place string) (Store, error) {
	scheme, _, isAddress := strings.Cut(place, "://")
	if !isAddress {
		return openFolder(place)
	}
	address, err := url.Parse(place)
	if err != nil || (scheme != "s3" && scheme != "s3+http") {
		// The address holds a secret, so it is not repeated.
		return nil, errors.New("the place of uploads is neither a folder nor of the form s3://key:secret@host/bucket?region=eu-central-1")
	}
	store, err := openBucket(address)
	if err != nil {
		return nil, fmt.Errorf("the place of uploads: %w", err)
	}
	return store, nil
}
