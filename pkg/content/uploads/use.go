package uploads

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/markdown"
)

// Used are the uploads that a text names and its writer may read.
type Used []Upload

// Shown gives the uploads that a text names and the actor may read, for a preview. A text without uploads costs no statement.
func (s *Service) Shown(ctx context.Context, actor authz.Actor, source string) (Used, error) {
	keys := keysIn(source)
	if len(keys) == 0 {
		return nil, nil
	}
	return s.store.readable(ctx, actor, keys)
}

// Hold is Shown for whoever is about to save a text in this transaction: until its end nobody removes these uploads. A
// text may not name others, unless they stood in it before.
func (s *Service) Hold(ctx context.Context, actor authz.Actor, source, before string) (Used, error) {
	keys := keysIn(source)
	if len(keys) == 0 {
		return nil, nil
	}
	held, err := s.store.hold(ctx, actor, keys)
	if err != nil {
		return nil, err
	}
	old := keysIn(before)
	for _, key := range keys {
		found := slices.ContainsFunc(held, func(u Upload) bool { return u.Key == key })
		if !found && !slices.Contains(old, key) {
			var v fault.Validation
			v.Add("body", "no-such-upload", "A picture or file in the text is no longer there, or you may not read it. Remove %s, and add it anew.", Address+key)
			return nil, v.Err()
		}
	}
	return held, nil
}

// InPost notes that a post says this now; what its earlier revisions use stays used.
func (s *Service) InPost(ctx context.Context, post id.Post, used Used) error {
	if len(used) == 0 {
		return nil
	}
	return s.store.usedInPost(ctx, post, used.ids())
}

// InComment notes that a comment says this now, and nothing else any longer: its earlier texts are kept without their pictures.
func (s *Service) InComment(ctx context.Context, comment id.Comment, used Used, before string) error {
	if len(used) == 0 && len(keysIn(before)) == 0 {
		return nil
	}
	return s.store.usedInComment(ctx, comment, used.ids())
}

func (u Used) ids() []id.Upload {
	list := make([]id.Upload, len(u))
	for i := range u {
		list[i] = u[i].ID
	}
	return list
}

// Pictures tell the renderer how large they are and in which widths they are there.
func (u Used) Pictures() markdown.Pictures {
	pictures := markdown.Pictures{}
	for _, upload := range u {
		if !upload.IsPicture() {
			continue
		}
		path := upload.Path()
		var versions []string
		for _, width := range slices.Backward(upload.Widths) {
			versions = append(versions, fmt.Sprintf("%s?width=%d %dw", path, width, width))
		}
		pictures[upload.Key] = markdown.Picture{Width: upload.Width, Height: upload.Height, Source: path, Versions: strings.Join(versions, ", ")}
	}
	return pictures
}
