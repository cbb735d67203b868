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

// Draft is a comment about to be written; Parent is the comment that it answers, if any.
type Draft struct {
	Body   string
	Parent id.Comment
}

// validate tells everything that is wrong with a comment's text.
func validate(body string) error {
	var v fault.Validation
	v.Check(strings.TrimSpace(body) != "", "body", "required", "Write something.")
	v.Check(utf8.RuneCountInString(body) <= MaxBody, "body", "too-long", "A comment has at most %d characters. Write an answer for more.", MaxBody)
	posts.CheckText(&v, "body", body)
	return v.Err()
}

// Post writes a comment on a post and gives its id.
func (s *Service) Post(ctx context.Context, actor authz.Actor, post id.Post, draft Draft) (id.Comment, error) {
	if err := validate(draft.Body); err != nil {
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
		posted, err = s.write(ctx, actor, thread, draft)
		return err
	})
	return posted, err
}

// write posts a comment on a locked post and publishes it.
func (s *Service) write(ctx context.Context, actor authz.Actor, thread posts.Thread, draft Draft) (id.Comment, error) {
	post := thread.Post.ID
	parent, answered, err := s.store.parent(ctx, post, draft.Parent)
	if err != nil {
		return 0, err
	}
	text, err := s.render(ctx, actor, thread, draft.Body, "")
	if err != nil {
		return 0, err
	}
	posted, err := s.store.insert(ctx, actor, newRow{Post: post, Parent: parent, Body: draft.Body, HTML: text.html, At: s.clock.Now()})
	if err != nil {
		return 0, err
	}
	if err := s.uploads.InComment(ctx, posted, text.used, ""); err != nil {
		return 0, err
	}
	if err := s.posts.CommentPosted(ctx, actor, thread); err != nil {
		return 0, err
	}
	said := event.PeopleMentioned{PostRef: thread.Ref(), Comment: posted, By: actor.User, Mentioned: text.mentioned}
	if err := s.mentions.Publish(ctx, said); err != nil {
		return 0, err
	}
	return posted, s.bus.Publish(ctx, event.CommentPosted{
		PostRef: thread.Ref(), Comment: posted, Commenter: actor.User, Parent: parent, Answered: answered,
	})
}
