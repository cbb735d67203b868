package moderation

import (
	"context"
	"strings"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// Reopen has a closed question take answers again. Of those who cannot decide that alone it is a vote, and the one that
// makes enough reopens it.
func (s *Service) Reopen(ctx context.Context, actor authz.Actor, question id.Post, note string) error {
	note = strings.TrimSpace(note)
	if err := posts.ValidateNote(note); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := CanReopen(actor, posts.Thread{Question: asked, Post: asked}.State()); err != nil {
			return err
		}
		var with []id.User
		if !Decides(actor) {
			votes, err := s.cast(ctx, question, vote{User: actor.User, Note: note})
			if err != nil || len(votes) < posts.DecisiveVotes {
				return err
			}
			with, note = others(actor, votes)
		}
		if err := s.store.clear(ctx, question); err != nil {
			return err
		}
		return s.posts.Reopen(ctx, actor, asked, note, with)
	})
}

// others gives who voted beside the actor, and the last words that anybody gave.
func others(actor authz.Actor, votes []vote) (with []id.User, note string) {
	for _, v := range votes {
		if v.User != actor.User {
			with = append(with, v.User)
		}
		if v.Note != "" {
			note = v.Note
		}
	}
	return with, note
}

// Withdraw takes the actor's vote to close or to reopen back; without a vote it changes nothing.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, question id.Post) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		asked, err := s.posts.LockQuestion(ctx, actor, question)
		if err != nil {
			return err
		}
		if err := s.store.withdraw(ctx, question, actor.User); err != nil {
			return err
		}
		s.posts.Changed(ctx, question)
		return s.bus.Publish(ctx, event.CloseVoteWithdrawn{
			PostRef: posts.Thread{Question: asked, Post: asked}.Ref(), Voter: actor.User,
		})
	})
}
