package notifications

import (
	"context"
	"time"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
)

// OnQuestionAsked tells the followers of the asker and of the space.
func (s *Service) OnQuestionAsked(ctx context.Context, at time.Time, e event.QuestionAsked) error {
	return s.deliver(ctx, news{
		kind: Question, question: e.Question, post: e.Question, by: e.Author, at: at, follows: followed{person: e.Author, space: e.Space},
	})
}

// OnAnswerPosted tells the followers of the question, and its asker in any case.
func (s *Service) OnAnswerPosted(ctx context.Context, at time.Time, e event.AnswerPosted) error {
	asker, err := s.store.author(ctx, e.Question)
	if err != nil {
		return err
	}
	return s.deliver(ctx, news{
		kind: Answer, question: e.Question, post: e.Answer, by: e.Author, at: at, to: []id.User{asker}, follows: followed{question: e.Question},
	})
}

// OnCommentPosted tells the post's author, and who wrote the comment that is answered.
func (s *Service) OnCommentPosted(ctx context.Context, at time.Time, e event.CommentPosted) error {
	return s.deliver(ctx, news{
		kind: Comment, question: e.Question, post: e.Post, comment: e.Comment, by: e.Commenter, at: at, to: []id.User{e.Author, e.Answered},
	})
}

// OnPeopleMentioned tells those who are mentioned; who is told of the same text anyway hears of it once.
func (s *Service) OnPeopleMentioned(ctx context.Context, at time.Time, e event.PeopleMentioned) error {
	return s.deliver(ctx, news{
		kind: Mention, question: e.Question, post: e.Post, comment: e.Comment, by: e.By, at: at, to: e.Mentioned,
	})
}

// OnPostEdited tells the post's author, unless they accepted the edit themselves.
func (s *Service) OnPostEdited(ctx context.Context, at time.Time, e event.PostEdited) error {
	if e.AcceptedBy != 0 && e.AcceptedBy == e.Author {
		return nil
	}
	return s.deliver(ctx, news{kind: Edit, question: e.Question, post: e.Post, by: e.Editor, at: at, to: []id.User{e.Author}})
}

// OnEditSuggested tells the post's author that a decision waits.
func (s *Service) OnEditSuggested(ctx context.Context, at time.Time, e event.EditSuggested) error {
	return s.deliver(ctx, news{kind: Suggestion, question: e.Question, post: e.Post, by: e.Suggester, at: at, to: []id.User{e.Author}})
}

// OnSuggestionAccepted tells who suggested the edit.
func (s *Service) OnSuggestionAccepted(ctx context.Context, at time.Time, e event.SuggestionAccepted) error {
	return s.deliver(ctx, news{kind: SuggestionAccepted, question: e.Question, post: e.Post, by: e.By, at: at, to: []id.User{e.Suggester}})
}

// OnSuggestionRejected tells who suggested the edit.
func (s *Service) OnSuggestionRejected(ctx context.Context, at time.Time, e event.SuggestionRejected) error {
	return s.deliver(ctx, news{kind: SuggestionRejected, question: e.Question, post: e.Post, by: e.By, at: at, to: []id.User{e.Suggester}})
}

// OnAnswerAccepted tells the answerer. That it was taken back is not told; the notification is no longer shown then.
func (s *Service) OnAnswerAccepted(ctx context.Context, at time.Time, e event.AnswerAccepted) error {
	return s.deliver(ctx, news{kind: Accept, question: e.Question, post: e.Answer, by: e.By, at: at, to: []id.User{e.Answerer}})
}

// OnQuestionClosed tells the asker.
func (s *Service) OnQuestionClosed(ctx context.Context, at time.Time, e event.QuestionClosed) error {
	return s.deliver(ctx, news{kind: Closed, question: e.Question, post: e.Post, by: e.By, at: at, to: []id.User{e.Author}})
}

// OnQuestionReopened tells the asker.
func (s *Service) OnQuestionReopened(ctx context.Context, at time.Time, e event.QuestionReopened) error {
	return s.deliver(ctx, news{kind: Reopened, question: e.Question, post: e.Post, by: e.By, at: at, to: []id.User{e.Author}})
}

// OnFlagDecided tells the flagger. Who decided stays with the moderators, and of a comment only its post is told.
func (s *Service) OnFlagDecided(ctx context.Context, at time.Time, e event.FlagDecided) error {
	if e.By == e.Flagger {
		return nil
	}
	kind := FlagDeclined
	if e.Helpful {
		kind = FlagHelpful
	}
	return s.deliver(ctx, news{kind: kind, question: e.Question, post: e.Post, at: at, to: []id.User{e.Flagger}})
}

// OnVotesCast counts up-votes on the author's row for each post; those that are gone count no longer. A vote that is
// taken back before it is told of leaves no trace.
func (s *Service) OnVotesCast(ctx context.Context, votes []bus.Heard[event.VoteCast]) error {
	for _, n := range votesOf(votes) {
		switch {
		case n.times > 0:
			if err := s.deliver(ctx, n); err != nil {
				return err
			}
		case n.times < 0:
			if err := s.store.withdrawVotes(ctx, n); err != nil {
				return err
			}
			s.tell(ctx, []int64{int64(n.to[0])})
		}
	}
	return nil
}

// votesOf adds up what became of the up-votes on each post, in the order in which they were first voted on.
func votesOf(votes []bus.Heard[event.VoteCast]) []news {
	var all []news
	place := map[id.Post]int{}
	for _, vote := range votes {
		e := vote.Event
		if e.Author == 0 {
			continue
		}
		at, known := place[e.Post]
		if !known {
			at = len(all)
			place[e.Post] = at
			all = append(all, news{kind: Votes, question: e.Question, post: e.Post, to: []id.User{e.Author}})
		}
		all[at].times += max(e.After, 0) - max(e.Before, 0)
		all[at].at = vote.At
	}
	return all
}
