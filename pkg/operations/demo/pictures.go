package demo

import (
	"context"
	"fmt"
	"regexp"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/uploads"
	"wellspring/pkg/kernel/authz"
)

// pictures stand in the texts of the demonstration as picture:name.png.
var pictures = regexp.MustCompile(`!\[[^\]]*\]\(picture:([a-z-]+\.png)\)\n*`)

// illustrate keeps the pictures of a post for its author and names their place; where no uploads are kept, the text goes without.
func (w *world) illustrate(ctx context.Context, post *posts.ImportedPost) error {
	for {
		found := pictures.FindStringSubmatchIndex(post.Body)
		if found == nil {
			return nil
		}
		before, name, after := post.Body[:found[2]-len("picture:")], post.Body[found[2]:found[3]], post.Body[found[3]:]
		if !w.Uploads.Enabled() {
			post.Body = post.Body[:found[0]] + post.Body[found[1]:]
			continue
		}
		content, err := files.ReadFile("data/pictures/" + name)
		if err != nil {
			return fmt.Errorf("read the demonstration's picture: %w", err)
		}
		upload, err := w.Uploads.Keep(ctx, authz.Actor{User: post.Author}, uploads.Sent{Name: name, Content: content})
		if err != nil {
			return err
		}
		post.Body = before + upload.Path() + after
		post.Uploads = append(post.Uploads, upload)
	}
}
