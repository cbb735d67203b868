package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// QuestionSummary is a question in a list.
type QuestionSummary struct {
	ID           id.Post    `json:"id"`
	Title        string     `json:"title"`
	Slug         string     `json:"slug"`
	Excerpt      string     `json:"excerpt"`
	Space        SpaceRef   `json:"space"`
	Tags         []string   `json:"tags" nullable:"false"`
	Score        int        `json:"score"`
	AnswerCount  int        `json:"answerCount"`
	ViewCount    int        `json:"viewCount"`
	Accepted     bool       `json:"accepted" doc:"An answer is accepted."`
	Closed       bool       `json:"closed"`
	ClosedReason *string    `json:"closedReason"`
	Pinned       bool       `json:"pinned"`
	Locked       bool       `json:"locked"`
	Bounty       int        `json:"bounty" doc:"The reputation that is offered for an answer; 0 without a bounty."`
	Author       *PersonRef `json:"author"`
	AuthorName   string     `json:"authorName"`
	CreatedAt    time.Time  `json:"createdAt"`
	Activity     Activity   `json:"activity"`
	Ignored      bool       `json:"ignored" doc:"The reader ignores one of the tags."`
}

// Activity is what last happened to a question.
type Activity struct {
	Kind   string     `json:"kind" enum:"asked,answered,edited,commented,closed,accepted"`
	At     time.Time  `json:"at"`
	Person *PersonRef `json:"person"`
}

// QuestionPage is a question with its first answers.
type QuestionPage struct {
	Question    Question `json:"question"`
	Answers     []Answer `json:"answers" nullable:"false" doc:"The first 30; the others are at /questions/{id}/answers."`
	AnswerOrder string   `json:"answerOrder" enum:"best,newest,oldest,votes,accepted"`
}

// QuestionPath names a question in an address.
type QuestionPath struct {
	ID id.Post `path:"id" minimum:"1"`
}

type listQuestionsInput struct {
	View  string   `query:"view" enum:"newest,active,unanswered,votes,hot,mine,watched,bounty" default:"newest"`
	Tags  []string `query:"tag,explode" maxItems:"5" doc:"Only questions with all of these tags."`
	Space string   `query:"space" maxLength:"100" doc:"Only questions of the space with this slug."`
	PageQuery
}

type questionList struct{ Body Numbered[QuestionSummary] }

type askInput struct {
	Body struct {
		Title string   `json:"title" doc:"10 to 150 characters."`
		Body  string   `json:"body" required:"false" doc:"Markdown; may be empty."`
		Tags  []string `json:"tags" required:"false" nullable:"false" maxItems:"20" doc:"1 to 5; new ones are created. A question without a body may have none."`
		Space string   `json:"space,omitempty" doc:"The slug of a space; empty for the organisation's."`
		// Answer is posted with the question, or neither is.
		Answer string `json:"answer,omitempty" doc:"The asker's own answer, posted with the question."`
	}
}

type editQuestionInput struct {
	QuestionPath
	Body struct {
		Title   string   `json:"title"`
		Body    string   `json:"body" required:"false"`
		Tags    []string `json:"tags" maxItems:"20"`
		Summary string   `json:"summary,omitempty" doc:"What was changed, for the history."`
		Version int      `json:"version" doc:"The version the edit started from."`
	}
}

type deleteQuestionInput struct {
	QuestionPath
	NoteQuery
}

type questionOutput struct{ Body Question }

type authorQuestionsInput struct {
	ID   id.User `path:"id" minimum:"1"`
	Sort string  `query:"sort" enum:"newest,votes" default:"newest"`
	PageQuery
}

func (s *Server) registerQuestions(api huma.API) {
	huma.Register(api, operation("list-questions", http.MethodGet, "/questions", "Questions", "Questions by view, tags and space"), s.listQuestions)
	huma.Register(api, status(signedIn("ask-question", http.MethodPost, "/questions", "Questions", "Ask a question"), http.StatusCreated), s.askQuestion)
	huma.Register(api, s.questionPageOperation(api), s.readQuestion)
	huma.Register(api, signedIn("edit-question", http.MethodPut, "/questions/{id}", "Questions", "Write a new revision of a question"), s.editQuestion)
	huma.Register(api, status(signedIn("delete-question", http.MethodDelete, "/questions/{id}", "Questions", "Delete a question with its answers"),
		http.StatusNoContent), s.deleteQuestion)
	huma.Register(api, operation("list-questions-of-person", http.MethodGet, "/users/{id}/questions", "Questions", "What a person asked"), s.listQuestionsOf)
}

func (s *Server) listQuestions(ctx context.Context, in *listQuestionsInput) (*questionList, error) {
	return s.questions(ctx, questions.Filter{View: questions.View(in.View), Tags: in.Tags, Space: in.Space, Page: in.request()})
}

func (s *Server) listQuestionsOf(ctx context.Context, in *authorQuestionsInput) (*questionList, error) {
	actor := actorOf(ctx)
	if _, err := s.app.Users.Find(ctx, actor, in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	return s.questions(ctx, questions.Filter{View: questions.View(in.Sort), Author: in.ID, Page: in.request()})
}

func (s *Server) questions(ctx context.Context, filter questions.Filter) (*questionList, error) {
	list, err := s.app.Questions.List(ctx, actorOf(ctx), filter)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &questionList{numbered(list, questionSummary)}, nil
}

func questionSummary(q questions.Summary) QuestionSummary {
	author := personOrNull(q.Author)
	return QuestionSummary{
		ID: q.ID, Title: q.Title, Slug: posts.Slug(q.Title), Excerpt: q.Excerpt,
		Space: SpaceRef{Slug: q.Space.Slug, Name: q.Space.Name, Color: q.Space.Color}, Tags: q.Tags, Score: q.Score,
		AnswerCount: q.AnswerCount, ViewCount: q.ViewCount, Accepted: q.Accepted, Closed: q.Closed, ClosedReason: orNull(q.ClosedReason),
		Pinned: q.Pinned, Locked: q.Locked, Bounty: q.Bounty, Author: author, AuthorName: named(author, q.AuthorName), CreatedAt: q.CreatedAt,
		Activity: Activity{Kind: string(q.Activity), At: q.ActivityAt, Person: personOrNull(q.ActivityBy)},
		Ignored:  q.Ignored,
	}
}

func (s *Server) askQuestion(ctx context.Context, in *askInput) (*questionOutput, error) {
	question := questions.Question{Title: in.Body.Title, Body: in.Body.Body, Tags: in.Body.Tags, Space: in.Body.Space}
	var asked id.Post
	var err error
	if in.Body.Answer == "" {
		asked, err = s.app.Questions.Ask(ctx, actorOf(ctx), question)
	} else {
		asked, err = s.app.Answers.AskAnswered(ctx, actorOf(ctx), question, in.Body.Answer)
	}
	return s.question(ctx, asked, err)
}

func (s *Server) editQuestion(ctx context.Context, in *editQuestionInput) (*questionOutput, error) {
	err := s.app.Questions.Edit(ctx, actorOf(ctx), in.ID, questions.Edit{
		Title: in.Body.Title, Body: in.Body.Body, Tags: in.Body.Tags, Summary: in.Body.Summary, Version: in.Body.Version,
	})
	return s.question(ctx, in.ID, err)
}

// question presents a question after it was written, unless that failed.
func (s *Server) question(ctx context.Context, question id.Post, err error) (*questionOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown, err := s.onPage(ctx, question, questions.Best)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &questionOutput{shown.question()}, nil
}

func (s *Server) onPage(ctx context.Context, question id.Post, order questions.Order) (onPage, error) {
	actor := actorOf(ctx)
	document, err := s.app.Questions.Document(ctx, actor, question, order)
	if err != nil {
		return onPage{}, err
	}
	viewer, err := s.app.Questions.Viewer(ctx, actor, document)
	return onPage{ctx: ctx, actor: actor, document: document, viewer: viewer, now: s.app.Clock.Now()}, err
}

func (s *Server) deleteQuestion(ctx context.Context, in *deleteQuestionInput) (*struct{}, error) {
	if err := s.app.Questions.Delete(ctx, actorOf(ctx), in.ID, in.Note); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

// numberedAnswers presents one page of answers.
func numberedAnswers(shown onPage, request page.Request) Numbered[Answer] {
	list := page.List[Answer]{Items: shown.answers(), Request: request, Total: shown.document.Question.AnswerCount}
	return numbered(list, func(a Answer) Answer { return a })
}
