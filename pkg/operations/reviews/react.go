package reviews

import (
	"context"
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnQuestionAsked looks whether it is the asker's first one, how good it is, and whether something alike was asked before.
func (s *Service) OnQuestionAsked(ctx context.Context, at time.Time, e event.QuestionAsked) error {
	if err := s.Look(ctx, e.Question, posts.Question, at); err != nil {
		return err
	}
	return s.compare(ctx, e.Question, e.Author, at)
}

// OnAnswerPosted looks whether it is the answerer's first one, and how good it is.
func (s *Service) OnAnswerPosted(ctx context.Context, at time.Time, e event.AnswerPosted) error {
	return s.Look(ctx, e.Answer, posts.Answer, at)
}

// Look puts a new post into the queues to which it belongs by itself: first posts, and low quality.
func (s *Service) Look(ctx context.Context, post id.Post, kind posts.Kind, at time.Time) error {
	why := WhyFirstQuestion
	if kind == posts.Answer {
		why = WhyFirstAnswer
	}
	if err := s.store.putFirst(ctx, post, why, at); err != nil {
		return err
	}
	return s.judge(ctx, post, at)
}

// OnPostEdited looks whether the text has become better, or worse.
func (s *Service) OnPostEdited(ctx context.Context, at time.Time, e event.PostEdited) error {
	return s.judge(ctx, e.Post, at)
}

// OnVoteCast looks at a post that is voted down, or no longer; up-votes cost nothing here.
func (s *Service) OnVoteCast(ctx context.Context, at time.Time, e event.VoteCast) error {
	if e.Before >= 0 && e.After >= 0 {
		return nil
	}
	return s.judge(ctx, e.Post, at)
}

// judge puts a post of low quality into its queue, and takes one out that is better now.
func (s *Service) judge(ctx context.Context, post id.Post, at time.Time) error {
	written, err := s.store.written(ctx, post)
	if err != nil || written.Gone {
		return err
	}
	if why := poor(written.Kind, written.Body, written.Score); why != "" {
		return s.store.putPoor(ctx, post, why, at)
	}
	return s.store.drop(ctx, at, post, LowQuality)
}

// OnPostDeleted ends all that waits about the post.
func (s *Service) OnPostDeleted(ctx context.Context, at time.Time, e event.PostDeleted) error {
	return s.store.drop(ctx, at, e.Post, Queues()...)
}

// OnFlagged puts what was flagged into the queue of flags, once for all flags at it.
func (s *Service) OnFlagged(ctx context.Context, at time.Time, e event.Flagged) error {
	return s.store.putFlagged(ctx, e.Post, e.Comment, at)
}

// OnFlagWithdrawn ends the item when that was its last open flag.
func (s *Service) OnFlagWithdrawn(ctx context.Context, at time.Time, e event.FlagWithdrawn) error {
	return s.store.dropUnflagged(ctx, e.Post, e.Comment, at)
}

// OnFlagDecided does the same where flags were decided by a deletion.
func (s *Service) OnFlagDecided(ctx context.Context, at time.Time, e event.FlagDecided) error {
	return s.store.dropUnflagged(ctx, e.Post, e.Comment, at)
}

// OnCloseVoteCast asks others whether the question should be closed; as a duplicate, beside its original.
func (s *Service) OnCloseVoteCast(ctx context.Context, at time.Time, e event.CloseVoteCast) error {
	if e.Reason == string(posts.Duplicate) {
		return s.store.putDuplicate(ctx, e.Question, e.DuplicateOf, WhyVotes, at)
	}
	return s.store.putVoted(ctx, e.Question, at)
}

// OnCloseVoteWithdrawn ends what only that vote had begun.
func (s *Service) OnCloseVoteWithdrawn(ctx context.Context, at time.Time, e event.CloseVoteWithdrawn) error {
	return s.store.dropUnvoted(ctx, e.Question, at)
}

// OnQuestionClosed ends the question whether to close it.
func (s *Service) OnQuestionClosed(ctx context.Context, at time.Time, e event.QuestionClosed) error {
	return s.store.drop(ctx, at, e.Question, CloseVotes, Duplicates)
}

// OnQuestionsMerged ends what waited about the question that is gone, and has flags at its comments follow them.
func (s *Service) OnQuestionsMerged(ctx context.Context, at time.Time, e event.QuestionsMerged) error {
	if err := s.store.move(ctx, e.From, e.Into); err != nil {
		return err
	}
	return s.store.drop(ctx, at, e.From, Queues()...)
}

// OnEditSuggested asks those who may edit whether to take it.
func (s *Service) OnEditSuggested(ctx context.Context, at time.Time, e event.EditSuggested) error {
	return s.store.putSuggested(ctx, e.Suggestion, at)
}

// OnSuggestionAccepted ends that question, where it was decided elsewhere.
func (s *Service) OnSuggestionAccepted(ctx context.Context, at time.Time, e event.SuggestionAccepted) error {
	return s.store.dropSuggested(ctx, e.Suggestion, at)
}

// OnSuggestionRejected does the same.
func (s *Service) OnSuggestionRejected(ctx context.Context, at time.Time, e event.SuggestionRejected) error {
	return s.store.dropSuggested(ctx, e.Suggestion, at)
}
