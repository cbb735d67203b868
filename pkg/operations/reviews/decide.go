package reviews

import (
	"context"
	"slices"
	"strings"

	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Verdict is what a reviewer decides. Reason is that of a flag, for Flag alone.
type Verdict struct {
	Decision Decision
	Note     string
	Reason   flags.Reason
}

// held is an item that is locked until the transaction ends, with its post.
type held struct {
	itemRow
	thread posts.Thread
}

// Decide carries out what a reviewer decides about an item, and notes it. Of two who decide at once the second is told
// that somebody has; so is who decides what another one holds.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, item id.ReviewItem, verdict Verdict) error {
	verdict.Note = strings.TrimSpace(verdict.Note)
	if err := posts.ValidateNote(verdict.Note); err != nil {
		return err
	}
	return s.DB.InTx(ctx, func(ctx context.Context) error {
		locked, err := s.lock(ctx, actor, item)
		if err != nil {
			return err
		}
		if err := checkChoice(actor, locked.Queue, verdict); err != nil {
			return err
		}
		fresh, err := s.store.note(ctx, item, actor.User, verdict, s.Clock.Now())
		if err != nil {
			return err
		}
		if !fresh {
			return fault.Conflict("decided-already", "You have decided this before. Take the next one.")
		}
		final, err := s.carryOut(ctx, actor, locked, verdict)
		if err != nil {
			return err
		}
		if !final {
			return s.store.letGo(ctx, item)
		}
		return s.store.end(ctx, item, actor.User, verdict.Decision, s.Clock.Now())
	})
}

func checkChoice(actor authz.Actor, queue Queue, verdict Verdict) error {
	var v fault.Validation
	known := verdict.Decision == Skip || slices.Contains(choices(actor, queue), verdict.Decision)
	v.Check(known, "decision", "unknown", "This cannot be decided here.")
	return v.Err()
}

// lock finds an item that the actor may review and decide now. Its row is locked before any post, by everybody.
func (s *Service) lock(ctx context.Context, actor authz.Actor, item id.ReviewItem) (held, error) {
	if err := actor.MustSignIn(); err != nil {
		return held{}, err
	}
	row, err := s.store.lock(ctx, item)
	if err != nil {
		return held{}, err
	}
	if CanReview(actor, row.Queue) != nil || row.ByID == actor.User {
		return held{}, noItem()
	}
	thread, err := s.Posts.Find(ctx, actor, row.PostID)
	if err != nil {
		return held{}, err
	}
	switch {
	case posts.Owns(actor, thread.Post.AuthorID):
		return held{}, noItem()
	case row.EndedAt != nil || thread.Gone():
		return held{}, decidedAlready()
	case row.ClaimedBy != 0 && row.ClaimedBy != actor.User && row.ClaimedUntil.After(s.Clock.Now()):
		return held{}, fault.Conflict("held-by-another", "Somebody else is looking at this just now. Take the next one.")
	}
	return held{row, thread}, nil
}

// carryOut does what the decision says, and tells whether the item is done with by that.
func (s *Service) carryOut(ctx context.Context, actor authz.Actor, item held, verdict Verdict) (final bool, err error) {
	target := flags.Target{Post: item.PostID, Comment: item.CommentID}
	switch verdict.Decision {
	case Approve:
		return true, nil
	case Flag:
		_, err := s.Flags.Flag(ctx, actor, target, flags.Call{Reason: verdict.Reason, Note: verdict.Note})
		return true, err
	case Helpful:
		return true, s.Flags.Decide(ctx, actor, target, flags.Verdict{Helpful: true, Note: verdict.Note})
	case Decline:
		return true, s.Flags.Decide(ctx, actor, target, flags.Verdict{Note: verdict.Note})
	case Delete:
		return true, s.delete(ctx, actor, item, verdict)
	case Close:
		return s.close(ctx, actor, item, verdict)
	case Leave:
		left, err := s.store.countLeft(ctx, item.ID)
		return actor.Moderates() || left >= decisiveLeaves, err
	case Accept:
		return true, s.Suggestions.Accept(ctx, actor, item.SuggestionID)
	case Reject:
		return true, s.Suggestions.Reject(ctx, actor, item.SuggestionID, suggestions.Rejection{Reason: suggestions.Other, Note: verdict.Note})
	case Skip:
	}
	return false, nil
}

// delete deletes what the item is about; from the queue of flags it decides them as helpful in the same transaction.
func (s *Service) delete(ctx context.Context, actor authz.Actor, item held, verdict Verdict) error {
	var err error
	switch {
	case item.CommentID != 0:
		err = s.Comments.Delete(ctx, actor, item.CommentID)
	case item.thread.Post.Kind == posts.Answer:
		err = s.Answers.Delete(ctx, actor, item.PostID, verdict.Note)
	default:
		err = s.Questions.Delete(ctx, actor, item.PostID, verdict.Note)
	}
	if err != nil || item.Queue != Flags {
		return err
	}
	return s.Flags.Decide(ctx, actor, flags.Target{Post: item.PostID, Comment: item.CommentID}, flags.Verdict{
		Helpful: true, Note: verdict.Note, Deleted: true,
	})
}
