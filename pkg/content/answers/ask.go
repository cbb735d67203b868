package answers

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// AskAnswered writes a question together with its asker's answer, for those who share what they found out. Either both
// are posted or neither is.
func (s *Service) AskAnswered(ctx context.Context, actor authz.Actor, question questions.Question, answer string) (id.Post, error) {
	var v fault.Validation
	question.Check(&v)
	posts.CheckLength(&v, "answer", answer, minBody)
	if err := v.Err(); err != nil {
		return 0, err
	}
	var asked id.Post
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		var err error
		if asked, err = s.questions.Ask(ctx, actor, question); err != nil {
			return err
		}
		_, err = s.Post(ctx, actor, asked, Answer{Body: answer})
		return err
	})
	return asked, err
}
