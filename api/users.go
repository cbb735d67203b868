package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/people/users"
)

// UserSummary is a person as lists show them; the counts hold what the reader may read.
type UserSummary struct {
	ID            id.User   `json:"id"`
	Handle        string    `json:"handle"`
	Name          string    `json:"name"`
	AvatarURL     *string   `json:"avatarUrl" doc:"null: show the initials."`
	Unit          *string   `json:"unit"`
	Title         string    `json:"title"`
	Reputation    int       `json:"reputation"`
	Role          string    `json:"role" enum:"member,manager,moderator,admin"`
	QuestionCount int       `json:"questionCount"`
	AnswerCount   int       `json:"answerCount"`
	JoinedAt      time.Time `json:"joinedAt"`
	Imported      bool      `json:"imported" doc:"Nobody has claimed this account from another system yet."`
}

// User is a person as their own page shows them.
type User struct {
	UserSummary
	About         string      `json:"about" doc:"Markdown."`
	AboutHTML     string      `json:"aboutHtml"`
	Location      string      `json:"location"`
	Website       string      `json:"website"`
	AcceptedCount int         `json:"acceptedCount"`
	Badges        BadgeCounts `json:"badges"`
	LastSeenAt    *time.Time  `json:"lastSeenAt"`
	TopTags       []TopTag    `json:"topTags" nullable:"false" doc:"At most 8."`
	CanClaim      bool        `json:"canClaim" doc:"The reader may invite this person to claim the imported account."`
}

// BadgeCounts counts badges by class.
type BadgeCounts struct {
	Gold   int `json:"gold"`
	Silver int `json:"silver"`
	Bronze int `json:"bronze"`
}

// TopTag is a tag with the score of a person's posts in it, and their number.
type TopTag struct {
	Name  string `json:"name"`
	Score int    `json:"score"`
	Posts int    `json:"posts"`
}

type registerInput struct {
	Body struct {
		Name     string `json:"name"`
		Email    string `json:"email"`
		Password string `json:"password" doc:"At least 12 characters, and none of those that are guessed first."`
		Language string `json:"language,omitempty" enum:"en,de" doc:"The reader's, by default."`
	}
}

type userListInput struct {
	Q    string `query:"q" maxLength:"100" doc:"A part of the name."`
	Sort string `query:"sort" enum:"reputation,newest,name" default:"reputation"`
	PageQuery
}

type userInput struct {
	ID id.User `path:"id" minimum:"1"`
}

type (
	userOutput     struct{ Body User }
	userListOutput struct{ Body Numbered[UserSummary] }
)

func (s *Server) registerUsers(api huma.API) {
	register := operation("register", http.MethodPost, "/users", "People", "Register")
	register.Description = "Makes an account; sign in afterwards. The first account of an installation is its administrator's."
	register.Errors = append(register.Errors, http.StatusForbidden, http.StatusServiceUnavailable)
	huma.Register(api, status(register, http.StatusCreated), s.register)
	huma.Register(api, operation("list-users", http.MethodGet, "/users", "People", "People, by reputation, age or name"), s.listUsers)
	huma.Register(api, operation("read-user", http.MethodGet, "/users/{id}", "People", "A person's profile"), s.readUser)
}

func (s *Server) register(ctx context.Context, in *registerInput) (*userOutput, error) {
	language := in.Body.Language
	if language == "" {
		language = languageOf(ctx)
	}
	made, err := s.app.Users.Register(ctx, users.Registration{
		Name: in.Body.Name, Email: in.Body.Email, Password: in.Body.Password, Language: language,
	})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	// Shown to the person themselves, whom a visitor would not see before their first post.
	actor, err := s.app.Auth.Actor(ctx, made)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	found, err := s.app.Users.Find(ctx, actor, made)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &userOutput{presentUser(found)}, nil
}

func (s *Server) listUsers(ctx context.Context, in *userListInput) (*userListOutput, error) {
	list, err := s.app.Users.List(ctx, actorOf(ctx), users.Filter{Query: in.Q, Sort: users.Sort(in.Sort), Request: in.request()})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &userListOutput{numbered(list, presentSummary)}, nil
}

func (s *Server) readUser(ctx context.Context, in *userInput) (*userOutput, error) {
	found, err := s.app.Users.Find(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &userOutput{presentUser(found)}, nil
}

func presentSummary(u users.Summary) UserSummary {
	return UserSummary{
		ID: u.ID, Handle: u.Handle, AvatarURL: avatarURL(u.Avatar), Name: u.Name, Unit: orNull(u.Unit), Title: u.Title,
		Reputation: u.Reputation, Role: string(u.Role), QuestionCount: u.QuestionCount, AnswerCount: u.AnswerCount,
		JoinedAt: u.JoinedAt, Imported: u.State == users.Imported,
	}
}

func presentUser(p users.Profile) User {
	return User{
		UserSummary: presentSummary(p.Summary), About: p.About, AboutHTML: p.AboutHTML, Location: p.Location, Website: p.Website,
		AcceptedCount: p.AcceptedCount, Badges: BadgeCounts(p.Badges), LastSeenAt: p.LastSeenAt,
		TopTags: each(p.TopTags, func(tag users.TopTag) TopTag { return TopTag(tag) }), CanClaim: p.CanClaim,
	}
}
