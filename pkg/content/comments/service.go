package comments

import (
	"context"

	"wellspring/pkg/content/mentions"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
	"wellspring/pkg/platform/clock"
	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/markdown"
)

// Service carries out the use cases of comments.
type Service struct {
	db       *db.DB
	bus      *bus.Bus
	clock    clock.Clock
	posts    *posts.Service
	markdown *markdown.Renderer
	mentions *mentions.Service
	// mayAnswer is the rule of who answers a question, which belongs to answers.
	mayAnswer func(authz.Actor, posts.State) error
	store     store
}

// New makes the service.
func New(
	database *db.DB, events *bus.Bus, now clock.Clock, trunk *posts.Service, renderer *markdown.Renderer, called *mentions.Service,
	mayAnswer func(authz.Actor, posts.State) error,
) *Service {
	return &Service{
		db: database, bus: events, clock: now, posts: trunk, markdown: renderer, mentions: called, mayAnswer: mayAnswer,
		store: store{database},
	}
}

// found is a comment with the post it stands under.
type found struct {
	row
	thread posts.Thread
}

// lock finds a comment on a post the actor may see and locks post and comment, in this order.
func (s *Service) lock(ctx context.Context, actor authz.Actor, comment id.Comment) (found, error) {
	post, err := s.store.postOf(ctx, comment)
	if err != nil {
		return found{}, err
	}
	thread, err := s.posts.Lock(ctx, actor, post)
	if err != nil {
		return found{}, err
	}
	locked, err := s.store.lock(ctx, comment)
	return found{row: locked, thread: thread}, err
}

// OnQuestionsMerged moves the comments on the question itself; those on its answers go with them.
func (s *Service) OnQuestionsMerged(ctx context.Context, e event.QuestionsMerged) error {
	return s.store.move(ctx, e.From, e.Into)
}

func (s *Service) publishChange(ctx context.Context, actor authz.Actor, c found) error {
	return s.bus.Publish(ctx, event.CommentChanged{PostRef: c.thread.Ref(), Comment: c.ID, By: actor.User})
}

// render gives the HTML of a comment with its mentions of people who may read it, and who they are.
func (s *Service) render(ctx context.Context, thread posts.Thread, body string) (html string, mentioned []id.User, err error) {
	people, err := s.mentions.Find(ctx, thread.Question.SpaceID, body)
	if err != nil {
		return "", nil, err
	}
	rendered := s.markdown.Mentioning(people.Links()).RenderInline(body)
	return rendered.HTML, people.Of(rendered.Mentioned), nil
}
