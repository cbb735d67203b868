package votes

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Result is a post's tally after a vote, and the vote.
type Result struct {
	posts.Tally
	Mine int
}

// Cast votes a post Up or Down, in place of the actor's vote before.
func (s *Service) Cast(ctx context.Context, actor authz.Actor, post id.Post, value int) (Result, error) {
	if value != Up && value != Down {
		var v fault.Validation
		v.Add("value", "bad-value", "A vote is 1 or -1.")
		return Result{}, v.Err()
	}
	return s.vote(ctx, actor, post, value)
}

// Withdraw takes the actor's vote on a post back; without a vote it changes nothing.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, post id.Post) (Result, error) {
	return s.vote(ctx, actor, post, None)
}

func (s *Service) vote(ctx context.Context, actor authz.Actor, post id.Post, value int) (Result, error) {
	result := Result{Mine: value}
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		thread, before, err := s.posts.LockForVote(ctx, actor, post)
		if err != nil {
			return err
		}
		if err := CanVote(actor, thread.State(), value); err != nil {
			return err
		}
		if before == value {
			result.Tally = posts.Tally{Score: thread.Post.Score, UpCount: thread.Post.UpCount, DownCount: thread.Post.DownCount}
			return nil
		}
		if err := s.store.set(ctx, post, actor.User, value, s.clock.Now()); err != nil {
			return err
		}
		result.Tally, err = s.posts.AddVotes(ctx, thread, count(value, Up)-count(before, Up), count(value, Down)-count(before, Down))
		if err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.VoteCast{PostRef: thread.Ref(), Voter: actor.User, Before: before, After: value})
	})
	return result, err
}

func count(value, wanted int) int {
	if value == wanted {
		return 1
	}
	return 0
}
