package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/follows"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Following tells whether the reader follows something.
type Following struct {
	Following bool `json:"following"`
}

// Followed is something in the list of what one follows; one of question, person and space is there.
type Followed struct {
	FollowedAt time.Time         `json:"followedAt"`
	Question   *FollowedQuestion `json:"question"`
	Person     *PersonRef        `json:"person"`
	Space      *SpaceRef         `json:"space"`
}

// FollowedQuestion is a question that one follows.
type FollowedQuestion struct {
	QuestionRef
	Tags        []string  `json:"tags" nullable:"false"`
	Space       SpaceRef  `json:"space"`
	AnswerCount int       `json:"answerCount"`
	Accepted    bool      `json:"accepted" doc:"It has an accepted answer."`
	ActivityAt  time.Time `json:"activityAt"`
}

type followsInput struct {
	Kind string `query:"kind" enum:"questions,people,spaces" default:"questions"`
	PageQuery
}

type (
	followingOutput struct{ Body Following }
	followedPage    struct{ Body Numbered[Followed] }
)

func (s *Server) registerFollows(api huma.API) {
	huma.Register(api, signedIn("list-follows", http.MethodGet, "/me/follows", "Follows", "What one follows and may still read, latest first"),
		s.listFollows)
	huma.Register(api, signedIn("follow-question", http.MethodPut, "/questions/{id}/follow", "Follows", "Hear of new answers to a question"),
		following(s, s.app.Follows.Follow, true, questionTarget))
	huma.Register(api, signedIn("unfollow-question", http.MethodDelete, "/questions/{id}/follow", "Follows", "Stop following a question"),
		following(s, s.app.Follows.Unfollow, false, questionTarget))
	huma.Register(api, signedIn("read-person-follow", http.MethodGet, "/users/{id}/follow", "Follows", "Whether one follows a person"),
		readFollowing(s, personTarget))
	huma.Register(api, signedIn("follow-person", http.MethodPut, "/users/{id}/follow", "Follows", "Hear of a person's new questions"),
		following(s, s.app.Follows.Follow, true, personTarget))
	huma.Register(api, signedIn("unfollow-person", http.MethodDelete, "/users/{id}/follow", "Follows", "Stop following a person"),
		following(s, s.app.Follows.Unfollow, false, personTarget))
	huma.Register(api, signedIn("read-space-follow", http.MethodGet, "/spaces/{slug}/follow", "Follows", "Whether one follows a space"),
		readFollowing(s, spaceTarget))
	huma.Register(api, signedIn("follow-space", http.MethodPut, "/spaces/{slug}/follow", "Follows", "Hear of new questions in a space"),
		following(s, s.app.Follows.Follow, true, spaceTarget))
	huma.Register(api, signedIn("unfollow-space", http.MethodDelete, "/spaces/{slug}/follow", "Follows", "Stop following a space"),
		following(s, s.app.Follows.Unfollow, false, spaceTarget))
}

func questionTarget(in *QuestionPath) follows.Target { return follows.Target{Question: in.ID} }
func personTarget(in *userInput) follows.Target      { return follows.Target{Person: in.ID} }
func spaceTarget(in *slugInput) follows.Target       { return follows.Target{Space: in.Slug} }

// following carries out a change of what the reader follows and tells what it is afterwards.
func following[In any](
	s *Server, change func(context.Context, authz.Actor, follows.Target) error, after bool, target func(*In) follows.Target,
) func(context.Context, *In) (*followingOutput, error) {
	return func(ctx context.Context, in *In) (*followingOutput, error) {
		if err := change(ctx, actorOf(ctx), target(in)); err != nil {
			return nil, s.problem(ctx, err)
		}
		return &followingOutput{Following{after}}, nil
	}
}

func readFollowing[In any](s *Server, target func(*In) follows.Target) func(context.Context, *In) (*followingOutput, error) {
	return func(ctx context.Context, in *In) (*followingOutput, error) {
		follows, err := s.app.Follows.Follows(ctx, actorOf(ctx), target(in))
		if err != nil {
			return nil, s.problem(ctx, err)
		}
		return &followingOutput{Following{follows}}, nil
	}
}

func (s *Server) listFollows(ctx context.Context, in *followsInput) (*followedPage, error) {
	list, err := s.app.Follows.Followed(ctx, actorOf(ctx), follows.Kind(in.Kind), in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &followedPage{numbered(list, presentFollowed)}, nil
}

func presentFollowed(f follows.Followed) Followed {
	shown := Followed{FollowedAt: f.At, Person: personOrNull(f.Person)}
	if f.Space != nil {
		space := spaceRef(*f.Space)
		shown.Space = &space
	}
	if q := f.Question; q != nil {
		shown.Question = &FollowedQuestion{
			QuestionRef: questionRef(q.ID, q.Title), Tags: q.Tags, Space: spaceRef(q.Space), AnswerCount: q.AnswerCount,
			Accepted: q.Accepted, ActivityAt: q.ActivityAt,
		}
	}
	return shown
}

func spaceRef(space posts.SpaceRef) SpaceRef {
	return SpaceRef{Slug: space.Slug, Name: space.Name, Color: space.Color}
}

func questionRef(question id.Post, title string) QuestionRef {
	return QuestionRef{ID: question, Title: title, Slug: posts.Slug(title)}
}
