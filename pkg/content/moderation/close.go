package moderation

import (
	"context"
	"slices"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Closure is why somebody wants a question closed; a duplicate names its original.
type Closure struct {
	Reason      posts.CloseReason
	Note        string
	DuplicateOf id.Post
}

// Validate tells everything that is wrong with the input.
func (c *Closure) Validate() error {
	var v fault.Validation
	c.Note = strings.TrimSpace(c.Note)
	known := []posts.CloseReason{posts.Duplicate, posts.NeedsDetail, posts.OutOfScope, posts.Outdated}
	v.Check(slices.Contains(known, c.Reason), "reason", "unknown", "Say why: duplicate, needs-detail, out-of-scope or outdated.")
	if c.Reason == posts.Duplicate {
		v.Check(c.DuplicateOf != 0, "duplicateOf", "required", "Choose the question that was asked before.")
	} else {
		c.DuplicateOf = 0
	}
	posts.CheckNote(&v, "note", c.Note)
	return v.Err()
}

// Close closes a question. Of those who cannot decide that alone it is a vote, in place of the one they cast before, and
// the one that makes enough closes it.
func (s *Service) Close(ctx context.Context, actor authz.Actor, question id.Post, closure Closure) error {
	if err := closure.Validate(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := CanClose(actor, posts.Thread{Question: asked, Post: asked}.State()); err != nil {
			return err
		}
		if err := s.checkOriginal(ctx, actor, question, closure); err != nil {
			return err
		}
		if Decides(actor) {
			return s.close(ctx, actor, asked, posts.Closing{Reason: closure.Reason, Note: closure.Note, DuplicateOf: closure.DuplicateOf})
		}
		votes, err := s.cast(ctx, question, vote{
			User: actor.User, Reason: closure.Reason, Note: closure.Note, DuplicateOf: closure.DuplicateOf,
		})
		if err != nil {
			return err
		}
		if len(votes) < posts.DecisiveVotes {
			return s.bus.Publish(ctx, event.CloseVoteCast{
				PostRef: posts.Thread{Question: asked, Post: asked}.Ref(), Voter: actor.User, Reason: string(closure.Reason),
				DuplicateOf: closure.DuplicateOf,
			})
		}
		closing, err := s.verdict(ctx, actor, question, votes)
		if err != nil {
			return err
		}
		return s.close(ctx, actor, asked, closing)
	})
}

func (s *Service) close(ctx context.Context, actor authz.Actor, asked posts.Post, closing posts.Closing) error {
	if err := s.store.clear(ctx, asked.ID); err != nil {
		return err
	}
	return s.posts.Close(ctx, actor, asked, closing)
}

// cast writes a vote and gives all that count, oldest first.
func (s *Service) cast(ctx context.Context, question id.Post, v vote) ([]vote, error) {
	now := s.clock.Now()
	if err := s.store.cast(ctx, question, v, now); err != nil {
		return nil, err
	}
	s.posts.Changed(ctx, question)
	return s.store.counting(ctx, question, v.Reason == "", now.Add(-posts.VoteAge))
}

// checkOriginal refuses what a duplicate cannot lead to. Its row is locked: two people who close two questions as
// duplicates of each other would make a circle, and the one whom Postgres makes wait then finds the other's work.
func (s *Service) checkOriginal(ctx context.Context, actor authz.Actor, question id.Post, closure Closure) error {
	if closure.Reason != posts.Duplicate {
		return nil
	}
	var v fault.Validation
	_, err := s.posts.FindQuestion(ctx, actor, closure.DuplicateOf)
	if _, refused := fault.As(err); refused {
		v.Add("duplicateOf", "not-found", "There is no such question, or you may not read it.")
		return v.Err()
	}
	if err != nil {
		return err
	}
	usable, err := s.store.lockOriginal(ctx, question, closure.DuplicateOf)
	v.Check(usable, "duplicateOf", "unusable",
		"Choose another question: a duplicate cannot lead to itself, to a deleted question or to one that is a duplicate too.")
	if err != nil {
		return err
	}
	return v.Err()
}

// verdict gives what most votes say, and of as many the latest.
func (s *Service) verdict(ctx context.Context, actor authz.Actor, question id.Post, votes []vote) (posts.Closing, error) {
	closing := posts.Closing{Reason: mostly(votes, func(v vote) posts.CloseReason { return v.Reason })}
	var agreeing []vote
	for _, v := range votes {
		if v.Reason == closing.Reason {
			agreeing = append(agreeing, v)
		}
		if v.User != actor.User {
			closing.With = append(closing.With, v.User)
		}
	}
	for _, v := range agreeing {
		if v.Note != "" {
			closing.Note = v.Note
		}
	}
	// What was an original when somebody voted may be deleted or a duplicate by now.
	for len(agreeing) > 0 && closing.Reason == posts.Duplicate {
		wanted := mostly(agreeing, func(v vote) id.Post { return v.DuplicateOf })
		usable, err := s.store.lockOriginal(ctx, question, wanted)
		if err != nil {
			return closing, err
		}
		if usable {
			closing.DuplicateOf = wanted
			break
		}
		agreeing = slices.DeleteFunc(agreeing, func(v vote) bool { return v.DuplicateOf == wanted })
	}
	return closing, nil
}

// mostly gives the value that most votes have, and of as many the one that was cast last.
func mostly[V comparable](votes []vote, of func(vote) V) V {
	counts := map[V]int{}
	for _, v := range votes {
		counts[of(v)]++
	}
	var most V
	for _, v := range votes {
		if counts[of(v)] >= counts[most] {
			most = of(v)
		}
	}
	return most
}
