package comments

import (
	"context"
	"strings"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// MaxBody is the longest comment, in characters.
const MaxBody = 600

// validate tells everything that is wrong with a comment's text.
func validate(body string) error {
	var v fault.Validation
	v.Check(strings.TrimSpace(body) != "", "body", "required", "Write something.")
	v.Check(utf8.RuneCountInString(body) <= MaxBody, "body", "too-long", "A comment has at most %d characters. Write an answer for more.", MaxBody)
	posts.CheckText(&v, "body", body)
	return v.Err()
}

// Post writes a comment on a post and gives its id.
func (s *Service) Post(ctx context.Context, actor authz.Actor, post id.Post, body string) (id.Comment, error) {
	if err := validate(body); err != nil {
		return 0, err
	}
	var posted id.Comment
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.Lock(ctx, actor, post)
		if err != nil {
			return err
		}
		if err := CanComment(actor, thread.State()); err != nil {
			return err
		}
		posted, err = s.store.insert(ctx, actor, post, body, s.markdown.RenderInline(body).HTML, s.clock.Now())
		if err != nil {
			return err
		}
		if err := s.posts.CommentPosted(ctx, actor, thread); err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.CommentPosted{PostRef: thread.Ref(), Comment: posted, Commenter: actor.User})
	})
	return posted, err
}
