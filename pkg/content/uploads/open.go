package uploads

import (
	"context"
	"errors"
	"fmt"
	"io"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/platform/blob"
)

// Find gives an upload that the actor may read.
func (s *Service) Find(ctx context.Context, actor authz.Actor, key string) (Upload, error) {
	return s.store.find(ctx, actor, key)
}

// Open gives what is kept of an upload, of a picture the smallest version that is at least so wide; 0 stands for the largest.
func (s *Service) Open(ctx context.Context, upload Upload, width int64) (io.ReadSeekCloser, error) {
	if !s.Enabled() {
		return nil, notFound()
	}
	chosen := int64(0)
	for i, have := range upload.Widths {
		if i == 0 || have >= width && width > 0 {
			chosen = have
		}
	}
	opened, err := s.Store.Open(ctx, blobName(upload.Key, chosen))
	if errors.Is(err, blob.ErrMissing) {
		return nil, fmt.Errorf("open upload %s, which has a row: %w", upload.Key, err)
	}
	return opened, err
}
