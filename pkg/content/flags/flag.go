package flags

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Target is what a flag stands at: a post, or a comment, whose Post is then found.
type Target struct {
	Post    id.Post
	Comment id.Comment
}

// Flag calls the moderators. To flag again while the first one is open changes what it says.
func (s *Service) Flag(ctx context.Context, actor authz.Actor, target Target, call Call) (Flag, error) {
	if err := call.Validate(); err != nil {
		return Flag{}, err
	}
	var raised Flag
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		thread, author, err := s.lock(ctx, actor, &target)
		if err != nil {
			return err
		}
		if err := CanFlag(actor, thread.State(), author); err != nil {
			return err
		}
		open, err := s.store.countOpen(ctx, actor.User)
		if err != nil {
			return err
		}
		if open >= MaxOpen {
			return fault.Conflict("too-many-flags", "You have %d open flags. Wait until the moderators have looked at some.", open)
		}
		written, fresh, err := s.store.write(ctx, actor.User, target, call, s.clock.Now())
		if err != nil {
			return err
		}
		raised = written
		if !fresh {
			return nil
		}
		return s.bus.Publish(ctx, event.Flagged{
			PostRef: thread.Ref(), Flag: raised.ID, Comment: target.Comment, Flagger: actor.User, Reason: string(call.Reason),
		})
	})
	return raised, err
}

// lock locks the post the target stands at, so that nothing is flagged while it is deleted, and gives who wrote the target.
func (s *Service) lock(ctx context.Context, actor authz.Actor, target *Target) (posts.Thread, id.User, error) {
	if target.Comment != 0 {
		on, _, err := s.store.comment(ctx, target.Comment)
		if err != nil {
			return posts.Thread{}, 0, err
		}
		target.Post = on
	}
	thread, err := s.posts.Lock(ctx, actor, target.Post)
	if err != nil || target.Comment == 0 {
		return thread, thread.Post.AuthorID, err
	}
	_, author, err := s.store.comment(ctx, target.Comment)
	return thread, author, err
}

// Withdraw takes the actor's open flag back, also where they may no longer read what they flagged.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, target Target) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		withdrawn, err := s.store.withdraw(ctx, actor.User, target, s.clock.Now())
		if err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.FlagWithdrawn{
			PostRef: withdrawn.ref(), Flag: withdrawn.ID, Comment: withdrawn.CommentID, Flagger: actor.User,
		})
	})
}
