package posts

import (
	"context"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Find gives a post the actor may see, with its question.
func (s *Service) Find(ctx context.Context, actor authz.Actor, post id.Post) (Thread, error) {
	thread, err := s.store.find(ctx, post)
	if err != nil {
		return Thread{}, err
	}
	return thread, CanSee(actor, thread)
}

// Lock is Find for whoever is about to change the post: the question's row is locked first, then the answer's, both
// until the transaction ends.
func (s *Service) Lock(ctx context.Context, actor authz.Actor, post id.Post) (Thread, error) {
	thread, err := s.store.lock(ctx, post)
	if err != nil {
		return Thread{}, err
	}
	return thread, CanSee(actor, thread)
}

// LockForVote holds a post until the transaction ends, and its question against everything but other votes. It gives the
// actor's vote on it: 1, -1, or 0 for none.
func (s *Service) LockForVote(ctx context.Context, actor authz.Actor, post id.Post) (Thread, int, error) {
	thread, vote, err := s.store.lockForVote(ctx, post, actor.User)
	if err != nil {
		return Thread{}, 0, err
	}
	return thread, vote, CanSee(actor, thread)
}

// FindQuestion is Find for what must be a question.
func (s *Service) FindQuestion(ctx context.Context, actor authz.Actor, question id.Post) (Post, error) {
	return onlyQuestion(s.Find(ctx, actor, question))
}

// LockQuestion is Lock for what must be a question.
func (s *Service) LockQuestion(ctx context.Context, actor authz.Actor, question id.Post) (Post, error) {
	return onlyQuestion(s.Lock(ctx, actor, question))
}

// LockAnswer is Lock for what must be an answer.
func (s *Service) LockAnswer(ctx context.Context, actor authz.Actor, answer id.Post) (Thread, error) {
	thread, err := s.Lock(ctx, actor, answer)
	if err == nil && thread.Post.Kind != Answer {
		return Thread{}, NotFound()
	}
	return thread, err
}

func onlyQuestion(thread Thread, err error) (Post, error) {
	if err == nil && thread.Post.Kind != Question {
		return Post{}, NotFound()
	}
	return thread.Post, err
}

// Text gives what an author wrote.
func (s *Service) Text(ctx context.Context, post id.Post) (Text, error) {
	return s.store.text(ctx, post)
}

// OthersHelped tells whether a question has an up-voted or accepted answer by somebody other than its asker.
func (s *Service) OthersHelped(ctx context.Context, question Post) (bool, error) {
	return s.store.othersHelped(ctx, question.ID)
}
