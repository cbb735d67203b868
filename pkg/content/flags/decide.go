package flags

import (
	"context"
	"slices"
	"strings"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Verdict is what a moderator says to all open flags at a target. Deleted says that the target was deleted for them, in
// the transaction in which they are decided.
type Verdict struct {
	Helpful bool
	Note    string
	Deleted bool
}

// Decide decides all open flags at a target and publishes that for each. A post that was flagged as spam and is deleted
// for it is published as that too, which the ledger hears.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, target Target, verdict Verdict) error {
	if err := canDecide(actor); err != nil {
		return err
	}
	verdict.Note = strings.TrimSpace(verdict.Note)
	if err := posts.ValidateNote(verdict.Note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		decided, err := s.store.decide(ctx, target, verdict, actor.User, s.clock.Now())
		if err != nil {
			return err
		}
		if len(decided) == 0 {
			return fault.Conflict("decided-already", "Somebody else has decided this meanwhile. Take the next one.")
		}
		if err := s.publish(ctx, decided, actor.User, verdict); err != nil {
			return err
		}
		isSpam := slices.ContainsFunc(decided, func(f flagRow) bool { return f.Reason == Spam })
		if !isSpam || !verdict.Deleted || target.Comment != 0 {
			return nil
		}
		return s.bus.Publish(ctx, event.PostDeletedAsSpam{PostRef: decided[0].ref(), By: actor.User})
	})
}

func (s *Service) publish(ctx context.Context, decided []flagRow, by id.User, verdict Verdict) error {
	for i := range decided {
		err := s.bus.Publish(ctx, event.FlagDecided{
			PostRef: decided[i].ref(), Flag: decided[i].ID, Comment: decided[i].CommentID, Flagger: decided[i].UserID,
			By: by, Helpful: verdict.Helpful, Note: verdict.Note,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// OnPostDeleted makes the flags helpful that were open when their post was deleted, whoever did it.
func (s *Service) OnPostDeleted(ctx context.Context, at time.Time, e event.PostDeleted) error {
	return s.provedRight(ctx, at, Target{Post: e.Post}, e.By)
}

// OnCommentChanged does the same where a comment was deleted.
func (s *Service) OnCommentChanged(ctx context.Context, at time.Time, e event.CommentChanged) error {
	_, _, err := s.store.comment(ctx, e.Comment)
	if _, gone := fault.As(err); gone {
		return s.provedRight(ctx, at, Target{Post: e.Post, Comment: e.Comment}, e.By)
	}
	return err
}

func (s *Service) provedRight(ctx context.Context, at time.Time, target Target, by id.User) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		helpful := Verdict{Helpful: true}
		decided, err := s.store.decide(ctx, target, helpful, by, at)
		if err != nil {
			return err
		}
		return s.publish(ctx, decided, by, helpful)
	})
}

// OnQuestionsMerged has flags at comments follow them; what was said of the question that is gone now is settled by that.
func (s *Service) OnQuestionsMerged(ctx context.Context, at time.Time, e event.QuestionsMerged) error {
	if err := s.store.move(ctx, e.From, e.Into); err != nil {
		return err
	}
	return s.provedRight(ctx, at, Target{Post: e.From}, e.By)
}
