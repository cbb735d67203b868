package comments

import (
	"context"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// Conversion is why somebody makes an answer of a comment. ConfirmSecond says that its author may have two.
type Conversion struct {
	Note          string
	ConfirmSecond bool
}

// ToAnswer makes an answer to the question of a comment, by who wrote it and at that time, and gives it. The comment goes, and its
// replies stand below the answer. Votes on comments are no votes on answers, so it begins without any; a comment that was
// made of an answer becomes that one again, with its votes and all it had earned.
func (s *Service) ToAnswer(ctx context.Context, actor authz.Actor, comment id.Comment, conversion Conversion) (answer id.Post, err error) {
	if err := posts.ValidateNote(conversion.Note); err != nil {
		return 0, err
	}
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		c, err := s.lock(ctx, actor, comment)
		if err != nil {
			return err
		}
		state := c.thread.State()
		if err := CanBecomeAnswer(actor, state, c.AuthorID, s.mayAnswer(actor, state)); err != nil {
			return err
		}
		made := event.CommentBecameAnswer{Comment: comment, From: c.thread.Post.ID, By: actor.User}
		made.PostRef = event.PostRef{Kind: string(posts.Answer), Question: c.thread.Question.ID, Author: c.AuthorID}
		if made.Post, err = s.restore(ctx, actor, c, conversion.Note); err != nil {
			return err
		}
		made.Again = made.Post != 0
		if !made.Again {
			if made.Post, err = s.become(ctx, actor, c, conversion); err != nil {
				return err
			}
		}
		answer = made.Post
		return s.bus.Publish(ctx, made)
	})
	return answer, err
}

// restore brings the answer back that a comment was made of, and gives it; zero where there was none. The comment goes
// with OnPostUndeleted.
func (s *Service) restore(ctx context.Context, actor authz.Actor, c found, note string) (id.Post, error) {
	if c.AnswerID == 0 {
		return 0, nil
	}
	origin, err := s.posts.LockAnswer(ctx, actor, c.AnswerID)
	if err != nil {
		return 0, err
	}
	if err := s.posts.Undelete(ctx, actor, origin, note); err != nil {
		return 0, err
	}
	before, err := s.posts.Text(ctx, c.AnswerID)
	if err != nil {
		return 0, err
	}
	err = s.posts.Revise(ctx, actor, origin, before, posts.Change{Text: posts.Text{Body: c.Body}, Version: origin.Post.Version})
	if err != nil {
		return 0, err
	}
	return c.AnswerID, s.posts.Converted(ctx, actor, origin.Question.ID, c.AnswerID, posts.ActFromComment, note)
}

// become makes a new answer of a comment.
func (s *Service) become(ctx context.Context, actor authz.Actor, c found, conversion Conversion) (id.Post, error) {
	if err := s.refuseSecond(ctx, c, conversion.ConfirmSecond); err != nil {
		return 0, err
	}
	remark := posts.Remark{Author: c.AuthorID, AuthorName: c.AuthorName, Body: c.Body, At: c.CreatedAt}
	answer, err := s.posts.FromComment(ctx, actor, c.thread.Question, remark, conversion.Note)
	if err != nil {
		return 0, err
	}
	if err := s.store.becameAnswer(ctx, c.ID, answer, actor.User, s.clock.Now()); err != nil {
		return 0, err
	}
	if err := s.store.moveReplies(ctx, c.ID, answer); err != nil {
		return 0, err
	}
	return answer, s.posts.RecountPosts(ctx, []id.Post{c.thread.Post.ID, answer})
}

// refuseSecond is safe against two answers at once because the question is locked.
func (s *Service) refuseSecond(ctx context.Context, c found, confirmed bool) error {
	if confirmed || c.AuthorID == 0 {
		return nil
	}
	answered, err := s.store.hasAnswered(ctx, c.thread.Question.ID, c.AuthorID)
	if err == nil && answered {
		return fault.Conflict("second-answer", "The author of this comment has answered the question already. Confirm that this becomes a second answer.")
	}
	return err
}

// FromAnswer makes a comment on another post of the same question of an answer, by who wrote it and at that time, and gives it;
// zero for on stands for the question. The answer goes with all it had earned and is no longer accepted; its comments become
// replies. An answer that was made of a comment becomes that one again, with its votes. To bring the answer back undoes it.
func (s *Service) FromAnswer(ctx context.Context, actor authz.Actor, answer, on id.Post, note string) (comment id.Comment, err error) {
	if err := posts.ValidateNote(note); err != nil {
		return 0, err
	}
	err = s.db.InTx(ctx, func(ctx context.Context) error {
		thread, err := s.posts.LockAnswer(ctx, actor, answer)
		if err != nil {
			return err
		}
		text, err := s.posts.Text(ctx, answer)
		if err != nil {
			return err
		}
		voted := thread.Post.UpCount+thread.Post.DownCount > 0
		if err := CanBecomeComment(actor, thread.State(), voted, utf8.RuneCountInString(text.Body)); err != nil {
			return err
		}
		target, err := s.target(ctx, actor, thread, on)
		if err != nil {
			return err
		}
		if comment, err = s.shrink(ctx, actor, thread, target, text.Body); err != nil {
			return err
		}
		if err := s.posts.ToComment(ctx, actor, thread, note); err != nil {
			return err
		}
		if err := s.posts.RecountPosts(ctx, []id.Post{target.Post.ID, answer}); err != nil {
			return err
		}
		return s.bus.Publish(ctx, event.AnswerBecameComment{
			PostRef: target.Ref(), Comment: comment, Commenter: thread.Post.AuthorID, Answer: answer, By: actor.User,
		})
	})
	return comment, err
}

// target is the post that the comment will stand on.
func (s *Service) target(ctx context.Context, actor authz.Actor, thread posts.Thread, on id.Post) (posts.Thread, error) {
	if on == 0 || on == thread.Question.ID {
		return posts.Thread{Question: thread.Question, Post: thread.Question}, nil
	}
	target, err := s.posts.Lock(ctx, actor, on)
	if _, refused := fault.As(err); err != nil && !refused {
		return target, err
	}
	var v fault.Validation
	usable := err == nil && target.Question.ID == thread.Question.ID && target.Post.ID != thread.Post.ID && !target.Gone()
	v.Check(usable, "on", "unusable", "Choose the question or another answer to it.")
	return target, v.Err()
}

// shrink writes what an answer says as a comment, and moves the comments on the answer below it.
func (s *Service) shrink(ctx context.Context, actor authz.Actor, thread, target posts.Thread, body string) (id.Comment, error) {
	writer := actor
	writer.User = thread.Post.AuthorID
	text, err := s.render(ctx, writer, target, body, body)
	if err != nil {
		return 0, err
	}
	comment, err := s.store.becameComment(ctx, thread.Post.ID, target.Post.ID, body, text.html)
	if err != nil {
		return 0, err
	}
	if err := s.uploads.InComment(ctx, comment, text.used, ""); err != nil {
		return 0, err
	}
	said := event.PeopleMentioned{PostRef: target.Ref(), Comment: comment, By: thread.Post.AuthorID, Mentioned: text.mentioned}
	if err := s.mentions.Remember(ctx, said); err != nil {
		return 0, err
	}
	return comment, s.store.moveBelow(ctx, thread.Post.ID, comment)
}

// OnPostUndeleted has the comment go that was made of the answer which is back, and its replies stand below that.
func (s *Service) OnPostUndeleted(ctx context.Context, e event.PostUndeleted) error {
	made, on, err := s.store.madeOf(ctx, e.Post)
	if err != nil || made == 0 {
		return err
	}
	if err := s.store.delete(ctx, made, e.By, s.clock.Now()); err != nil {
		return err
	}
	if err := s.store.moveReplies(ctx, made, e.Post); err != nil {
		return err
	}
	return s.posts.RecountPosts(ctx, []id.Post{on, e.Post})
}
