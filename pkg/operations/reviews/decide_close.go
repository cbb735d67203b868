package reviews

import (
	"context"

	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
)

// close closes the question for the reason that its votes give, or votes for that where the actor does not decide alone.
func (s *Service) close(ctx context.Context, actor authz.Actor, item held, verdict Verdict) (final bool, err error) {
	closure := moderation.Closure{Reason: posts.Duplicate, DuplicateOf: item.OtherID, Note: verdict.Note}
	if item.Queue == CloseVotes {
		if closure.Reason, closure.DuplicateOf, err = s.store.mostlyVoted(ctx, item.PostID); err != nil {
			return false, err
		}
	}
	if err := s.Moderation.Close(ctx, actor, item.PostID, closure); err != nil {
		return false, err
	}
	after, err := s.Posts.Find(ctx, actor, item.PostID)
	return after.Question.ClosedAt != nil, err
}
