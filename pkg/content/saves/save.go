package saves

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Change is what to say of a saved post; what is nil stays as it is, and is the default list and no note at first.
type Change struct {
	List *id.SaveList
	Note *string
}

// Entry is where a post is saved, and with which note.
type Entry struct {
	Post id.Post
	List id.SaveList
	Note string
	At   time.Time
}

// Save keeps a post, or moves and annotates one that is kept. To save twice is to save once.
func (s *Service) Save(ctx context.Context, actor authz.Actor, post id.Post, change Change) (Entry, error) {
	if change.Note != nil {
		note := strings.TrimSpace(*change.Note)
		var v fault.Validation
		checkNote(&v, note)
		if err := v.Err(); err != nil {
			return Entry{}, err
		}
		change.Note = &note
	}
	var saved Entry
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.Find(ctx, actor, post)
		if err != nil {
			return err
		}
		if err := CanSave(actor, thread.State()); err != nil {
			return err
		}
		if change.List != nil && *change.List != 0 {
			if err := s.store.holdList(ctx, actor.User, *change.List); err != nil {
				return err
			}
		}
		saved, err = s.store.save(ctx, actor.User, post, change, s.clock.Now())
		if err != nil {
			return err
		}
		s.posts.Changed(ctx, thread.Question.ID)
		return nil
	})
	return saved, err
}

// OnQuestionsMerged keeps a question saved under the one that has its answers now, unless that is saved already.
func (s *Service) OnQuestionsMerged(ctx context.Context, e event.QuestionsMerged) error {
	return s.store.move(ctx, e.From, e.Into)
}

// Unsave forgets a saved post with its note; one that is not saved, or can no longer be read, may be unsaved as well.
func (s *Service) Unsave(ctx context.Context, actor authz.Actor, post id.Post) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		question, err := s.store.unsave(ctx, actor.User, post)
		if err != nil {
			return err
		}
		if question != 0 {
			s.posts.Changed(ctx, question)
		}
		return nil
	})
}
