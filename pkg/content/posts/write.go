package posts

import (
	"context"
	"slices"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Draft is a post about to be written; an answer names its Question.
type Draft struct {
	Kind     Kind
	Question id.Post
	Space    id.Space
	Text     Text
}

// Create writes a post with its first revision. An answer counts on its question, which the caller has locked.
func (s *Service) Create(ctx context.Context, actor authz.Actor, post Draft) (id.Post, error) {
	now := s.clock.Now()
	text, err := s.renderCalling(ctx, post.Space, post.Text.Body)
	if err != nil {
		return 0, err
	}
	created, err := s.store.insert(ctx, actor, post, text, now)
	if err != nil {
		return 0, err
	}
	if err := s.store.addRevision(ctx, created, revision{Number: 1, Kind: "initial", Author: actor.User, At: now, Text: post.Text}); err != nil {
		return 0, err
	}
	ref := event.PostRef{Post: created, Kind: string(post.Kind), Question: created, Author: actor.User}
	if post.Kind == Answer {
		ref.Question = post.Question
	}
	if err := s.publishMentions(ctx, actor.User, ref, text); err != nil {
		return 0, err
	}
	if post.Kind == Answer {
		if err := s.store.countAnswer(ctx, post.Question, 1); err != nil {
			return 0, err
		}
		if err := s.store.touch(ctx, post.Question, Answered, actor.User, now); err != nil {
			return 0, err
		}
		s.Changed(ctx, post.Question)
		return created, nil
	}
	s.listChanged(ctx, created)
	return created, nil
}

// Change is a new text for a post; Version is the one its editor started from. Suggested is nil unless somebody else than
// who carries it out had proposed it.
type Change struct {
	Text      Text
	Summary   string
	Version   int
	Suggested *Suggested
}

// Suggested says who proposed a change, and whether who accepted it made it better first.
type Suggested struct {
	By       id.User
	Improved bool
}

// credit names whose revision it will be, and who accepted it where they are two.
func (c *Change) credit(actor authz.Actor, r *revision) {
	r.Author = actor.User
	if c.Suggested == nil {
		return
	}
	r.Author, r.AcceptedBy, r.Suggested = c.Suggested.By, actor.User, "accepted"
	if c.Suggested.Improved {
		r.Suggested = "improved"
	}
}

// Overtaken refuses an edit that did not start from the newest version.
func Overtaken() error {
	return fault.Conflict("edit-conflict", "Someone else has edited this meanwhile. Look at the new version and edit again.")
}

// Revise writes a new text as a revision and publishes it; a text that changes nothing leaves everything as it is.
// The caller has locked the thread and asked the policy.
func (s *Service) Revise(ctx context.Context, actor authz.Actor, thread Thread, before Text, change Change) error {
	if change.Version != thread.Post.Version {
		return Overtaken()
	}
	if before.Title == change.Text.Title && before.Body == change.Text.Body && slices.Equal(before.Tags, change.Text.Tags) {
		return nil
	}
	entry := revision{Number: thread.Post.RevisionCount + 1, Kind: "edit", At: s.clock.Now(), Summary: change.Summary, Text: change.Text}
	change.credit(actor, &entry)
	repeated, err := s.store.hasRevision(ctx, thread.Post, change.Text)
	if err != nil {
		return err
	}
	if repeated {
		entry.Kind = "rollback"
	}
	text, err := s.renderCalling(ctx, thread.Question.SpaceID, change.Text.Body)
	if err != nil {
		return err
	}
	if err := s.store.update(ctx, entry.Author, thread.Post.ID, change.Text, text, entry.At); err != nil {
		return err
	}
	if err := s.publishMentions(ctx, entry.Author, thread.Ref(), text); err != nil {
		return err
	}
	if err := s.store.addRevision(ctx, thread.Post.ID, entry); err != nil {
		return err
	}
	if err := s.store.touch(ctx, thread.Question.ID, Edited, entry.Author, entry.At); err != nil {
		return err
	}
	s.Changed(ctx, thread.Question.ID)
	edited := event.PostEdited{PostRef: thread.Ref(), Editor: entry.Author, AcceptedBy: entry.AcceptedBy, Revision: entry.Number}
	if thread.Post.Kind == Question {
		edited.TagsBefore, edited.TagsAfter = before.Tags, change.Text.Tags
		if err := s.relatedChanged(ctx, thread.Post); err != nil {
			return err
		}
	}
	return s.bus.Publish(ctx, edited)
}

// Accept marks an answer of a locked question as the accepted one, or none for zero.
func (s *Service) Accept(ctx context.Context, actor authz.Actor, question, answer id.Post) error {
	now := s.clock.Now()
	if err := s.store.accept(ctx, question, answer, now); err != nil {
		return err
	}
	s.Changed(ctx, question)
	if answer == 0 {
		return s.store.deriveActivity(ctx, []id.Post{question})
	}
	return s.store.touch(ctx, question, Accepted, actor.User, now)
}

// Tally is how a post was voted on.
type Tally struct {
	Score     int
	UpCount   int
	DownCount int
}

// AddVotes moves the counters of a locked post and gives the new ones.
func (s *Service) AddVotes(ctx context.Context, thread Thread, up, down int) (Tally, error) {
	if err := s.store.addVotes(ctx, thread.Post.ID, up, down); err != nil {
		return Tally{}, err
	}
	s.Changed(ctx, thread.Question.ID)
	post := thread.Post
	return Tally{Score: post.Score + up - down, UpCount: post.UpCount + up, DownCount: post.DownCount + down}, nil
}

// CommentPosted counts a new comment on a locked post.
func (s *Service) CommentPosted(ctx context.Context, actor authz.Actor, thread Thread) error {
	if err := s.store.countComment(ctx, thread.Post.ID, 1); err != nil {
		return err
	}
	s.Changed(ctx, thread.Question.ID)
	return s.store.touch(ctx, thread.Question.ID, Commented, actor.User, s.clock.Now())
}

// CommentDeleted takes a comment off the count of a locked post.
func (s *Service) CommentDeleted(ctx context.Context, thread Thread) error {
	if err := s.store.countComment(ctx, thread.Post.ID, -1); err != nil {
		return err
	}
	s.Changed(ctx, thread.Question.ID)
	return s.store.deriveActivity(ctx, []id.Post{thread.Question.ID})
}
