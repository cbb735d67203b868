package posts

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Votes of those who cannot close or reopen a question alone.
const (
	// DecisiveVotes is how many of them close or reopen a question.
	DecisiveVotes = 3
	// VoteAge is how long each of them counts.
	VoteAge = 14 * 24 * time.Hour
)

// CloseReason is why a question takes no more answers.
type CloseReason string

// The reasons.
const (
	Duplicate   CloseReason = "duplicate"
	NeedsDetail CloseReason = "needs-detail"
	OutOfScope  CloseReason = "out-of-scope"
	Outdated    CloseReason = "outdated"
)

// Closing is how a question is closed. DuplicateOf is zero unless Reason is Duplicate; With are those whose votes did it
// together with the actor's.
type Closing struct {
	Reason      CloseReason
	Note        string
	DuplicateOf id.Post
	With        []id.User
}

// Close has a locked question take no more answers, and publishes that.
func (s *Service) Close(ctx context.Context, actor authz.Actor, question Post, closing Closing) error {
	now := s.clock.Now()
	if err := s.store.close(ctx, question.ID, closing, actor.User, now); err != nil {
		return err
	}
	if err := s.store.touch(ctx, question.ID, Closed, actor.User, now); err != nil {
		return err
	}
	err := s.record(ctx, actor, question.ID, act{
		Kind: ActClosed, With: closing.With, Reason: string(closing.Reason), Note: closing.Note, Original: closing.DuplicateOf,
	})
	if err != nil {
		return err
	}
	s.listChanged(ctx, question.ID)
	if closing.DuplicateOf != 0 {
		s.Changed(ctx, closing.DuplicateOf)
	}
	return s.bus.Publish(ctx, event.QuestionClosed{
		PostRef: Thread{question, question}.Ref(), By: actor.User, Reason: string(closing.Reason), DuplicateOf: closing.DuplicateOf,
	})
}

// Reopen has a locked question take answers again, and publishes that.
func (s *Service) Reopen(ctx context.Context, actor authz.Actor, question Post, note string, with []id.User) error {
	if err := s.store.reopen(ctx, question.ID); err != nil {
		return err
	}
	if err := s.store.deriveActivity(ctx, []id.Post{question.ID}); err != nil {
		return err
	}
	if err := s.record(ctx, actor, question.ID, act{Kind: ActReopened, With: with, Note: note}); err != nil {
		return err
	}
	s.listChanged(ctx, question.ID)
	if question.DuplicateOf != 0 {
		s.Changed(ctx, question.DuplicateOf)
	}
	return s.bus.Publish(ctx, event.QuestionReopened{PostRef: Thread{question, question}.Ref(), By: actor.User})
}

// Mark is what moderators put on a question. Nobody else changes one that is Locked, one that is Pinned stands first in
// its space, and one that is Protected is answered by people with some reputation.
type Mark string

// The marks.
const (
	Locked    Mark = "locked"
	Pinned    Mark = "pinned"
	Protected Mark = "protected"
)

// Marked tells whether the question carries the mark.
func (p Post) Marked(mark Mark) bool {
	switch mark {
	case Locked:
		return p.LockedAt != nil
	case Pinned:
		return p.PinnedAt != nil
	case Protected:
		return p.ProtectedAt != nil
	}
	return false
}

// Mark puts a mark on a locked question or takes it off, and publishes that.
func (s *Service) Mark(ctx context.Context, actor authz.Actor, question Post, mark Mark, on bool, note string) error {
	if err := s.store.mark(ctx, question.ID, mark, on, s.clock.Now()); err != nil {
		return err
	}
	kind := ActKind(mark)
	if !on {
		kind = ActKind("un" + mark)
	}
	if err := s.record(ctx, actor, question.ID, act{Kind: kind, Note: note}); err != nil {
		return err
	}
	s.listChanged(ctx, question.ID)
	return s.bus.Publish(ctx, event.PostMarked{
		PostRef: Thread{question, question}.Ref(), By: actor.User, Mark: string(mark), On: on,
	})
}
