package posts

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Acts of making an answer of a comment and the other way round; each stands at the answer and at its question.
const (
	ActFromComment ActKind = "from-comment"
	ActToComment   ActKind = "to-comment"
)

// Remark is a comment about to become an answer: what it says, and who wrote it when. Author is zero where they have no account.
type Remark struct {
	Author     id.User
	AuthorName string
	Body       string
	At         time.Time
}

// FromComment writes an answer to a locked question as if its author had given it when they wrote the comment. Whoever the
// comment mentions has heard of it. The caller publishes it.
func (s *Service) FromComment(ctx context.Context, actor authz.Actor, question Post, remark Remark, note string) (id.Post, error) {
	writer := actor
	writer.User = remark.Author
	text, err := s.renderWritten(ctx, writer, question.SpaceID, remark.Body, remark.Body)
	if err != nil {
		return 0, err
	}
	draft := Draft{Kind: Answer, Question: question.ID, Space: question.SpaceID, Text: Text{Body: remark.Body}}
	author := authz.Actor{User: remark.Author, Name: remark.AuthorName}
	created, err := s.store.insert(ctx, author, draft, text, remark.At)
	if err != nil {
		return 0, err
	}
	if err := s.store.addFirstRevision(ctx, created); err != nil {
		return 0, err
	}
	if err := s.uploads.InPost(ctx, created, text.Used); err != nil {
		return 0, err
	}
	ref := event.PostRef{Post: created, Kind: string(Answer), Question: question.ID, Author: remark.Author}
	if err := s.mentions.Remember(ctx, event.PeopleMentioned{PostRef: ref, By: remark.Author, Mentioned: text.Mentioned}); err != nil {
		return 0, err
	}
	if err := s.store.countAnswer(ctx, question.ID, 1); err != nil {
		return 0, err
	}
	return created, s.Converted(ctx, actor, question.ID, created, ActFromComment, note)
}

// ToComment takes a locked answer away from readers, since it is a comment now: accepted no longer, and with all it had
// earned taken back.
func (s *Service) ToComment(ctx context.Context, actor authz.Actor, thread Thread, note string) error {
	if thread.Question.AcceptedAnswer == thread.Post.ID {
		if err := s.unaccept(ctx, actor, thread.Question); err != nil {
			return err
		}
	}
	if err := s.Delete(ctx, actor, thread, note); err != nil {
		return err
	}
	return s.Converted(ctx, actor, thread.Question.ID, thread.Post.ID, ActToComment, note)
}

// Converted notes at an answer and its question what was made of what.
func (s *Service) Converted(ctx context.Context, actor authz.Actor, question, answer id.Post, what ActKind, note string) error {
	for _, post := range []id.Post{question, answer} {
		if err := s.record(ctx, actor, post, act{Kind: what, Note: note}); err != nil {
			return err
		}
	}
	s.Changed(ctx, question)
	return s.store.deriveActivity(ctx, []id.Post{question})
}
