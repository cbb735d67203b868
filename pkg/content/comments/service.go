package comments

import (
	"context"

	"wellspring/pkg/content/mentions"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/uploads"
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
	uploads  *uploads.Service
	// mayAnswer is the rule of who answers a question, which belongs to answers.
	mayAnswer func(authz.Actor, posts.State) error
	store     store
}

// New makes the service.
func New(
	database *db.DB, events *bus.Bus, now clock.Clock, trunk *posts.Service, renderer *markdown.Renderer, called *mentions.Service,
	sent *uploads.Service, mayAnswer func(authz.Actor, posts.State) error,
) *Service {
	return &Service{
		db: database, bus: events, clock: now, posts: trunk, markdown: renderer, mentions: called, uploads: sent, mayAnswer: mayAnswer,
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

// rendered is a comment as it is shown, whom it calls, and the uploads it uses.
type rendered struct {
	html      string
	mentioned []id.User
	used      uploads.Used
}

// render writes the HTML of a comment with its mentions of people who may read it and the uploads that its writer may use;
// before is what it said until now.
func (s *Service) render(ctx context.Context, actor authz.Actor, thread posts.Thread, body, before string) (rendered, error) {
	people, err := s.mentions.Find(ctx, thread.Question.SpaceID, body)
	if err != nil {
		return rendered{}, err
	}
	used, err := s.uploads.Hold(ctx, actor, body, before)
	if err != nil {
		return rendered{}, err
	}
	shown := s.markdown.Mentioning(people.Links()).Picturing(used.Pictures()).RenderInline(body)
	return rendered{html: shown.HTML, mentioned: people.Of(shown.Mentioned), used: used}, nil
}
