package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/id"
)

// AnswerSummary is an answer in a list.
type AnswerSummary struct {
	ID            id.Post    `json:"id"`
	QuestionID    id.Post    `json:"questionId"`
	QuestionTitle string     `json:"questionTitle"`
	QuestionSlug  string     `json:"questionSlug"`
	Excerpt       string     `json:"excerpt"`
	Score         int        `json:"score"`
	Accepted      bool       `json:"accepted"`
	Author        *PersonRef `json:"author"`
	AuthorName    string     `json:"authorName"`
	CreatedAt     time.Time  `json:"createdAt"`
}

// Acceptance says which answer a question has accepted.
type Acceptance struct {
	QuestionID       id.Post  `json:"questionId"`
	AcceptedAnswerID *id.Post `json:"acceptedAnswerId"`
}

// AnswerPath names an answer in an address.
type AnswerPath struct {
	ID id.Post `path:"id" minimum:"1"`
}

type listAnswersInput struct {
	QuestionPath
	Sort string `query:"sort" enum:"best,newest,oldest,votes,accepted" default:"best"`
	PageQuery
}

type answerList struct{ Body Numbered[Answer] }

type postAnswerInput struct {
	QuestionPath
	Body struct {
		Body          string `json:"body" doc:"Markdown."`
		ConfirmSecond bool   `json:"confirmSecond,omitempty" doc:"Post it although the question has an answer by the same person."`
	}
}

type editAnswerInput struct {
	AnswerPath
	Body struct {
		Body    string `json:"body"`
		Summary string `json:"summary,omitempty" doc:"What was changed, for the history."`
		Version int    `json:"version" doc:"The version the edit started from."`
	}
}

type deleteAnswerInput struct {
	AnswerPath
	NoteQuery
}

type answerOutput struct{ Body Answer }

type acceptanceOutput struct{ Body Acceptance }

type authorAnswersInput struct {
	ID   id.User `path:"id" minimum:"1"`
	Sort string  `query:"sort" enum:"newest,votes" default:"newest"`
	PageQuery
}

type answerSummaryList struct{ Body Numbered[AnswerSummary] }

func (s *Server) registerAnswers(api huma.API) {
	huma.Register(api, operation("list-answers", http.MethodGet, "/questions/{id}/answers", "Answers", "A question's answers"), s.listAnswers)
	huma.Register(api, status(signedIn("post-answer", http.MethodPost, "/questions/{id}/answers", "Answers", "Answer a question"),
		http.StatusCreated), s.postAnswer)
	huma.Register(api, operation("read-answer", http.MethodGet, "/answers/{id}", "Answers", "One answer"), s.readAnswer)
	huma.Register(api, signedIn("edit-answer", http.MethodPut, "/answers/{id}", "Answers", "Write a new revision of an answer"), s.editAnswer)
	huma.Register(api, status(signedIn("delete-answer", http.MethodDelete, "/answers/{id}", "Answers", "Delete an answer"),
		http.StatusNoContent), s.deleteAnswer)
	huma.Register(api, signedIn("accept-answer", http.MethodPut, "/answers/{id}/acceptance", "Answers", "Accept an answer"), s.acceptAnswer)
	huma.Register(api, signedIn("unaccept-answer", http.MethodDelete, "/answers/{id}/acceptance", "Answers", "Take an acceptance back"), s.unacceptAnswer)
	huma.Register(api, operation("list-answers-of-person", http.MethodGet, "/users/{id}/answers", "Answers", "What a person answered"), s.listAnswersOf)
}

func (s *Server) listAnswers(ctx context.Context, in *listAnswersInput) (*answerList, error) {
	actor := actorOf(ctx)
	document, request, err := s.app.Questions.Answers(ctx, actor, in.ID, questions.Order(in.Sort), in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	viewer, err := s.app.Questions.Viewer(ctx, actor, document)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &answerList{numberedAnswers(onPage{ctx: ctx, actor: actor, document: document, viewer: viewer}, request)}, nil
}

func (s *Server) postAnswer(ctx context.Context, in *postAnswerInput) (*answerOutput, error) {
	posted, err := s.app.Answers.Post(ctx, actorOf(ctx), in.ID, answers.Answer{Body: in.Body.Body, ConfirmSecond: in.Body.ConfirmSecond})
	return s.answer(ctx, posted, err)
}

func (s *Server) readAnswer(ctx context.Context, in *AnswerPath) (*answerOutput, error) {
	return s.answer(ctx, in.ID, nil)
}

func (s *Server) editAnswer(ctx context.Context, in *editAnswerInput) (*answerOutput, error) {
	err := s.app.Answers.Edit(ctx, actorOf(ctx), in.ID, answers.Edit{Body: in.Body.Body, Summary: in.Body.Summary, Version: in.Body.Version})
	return s.answer(ctx, in.ID, err)
}

// answer presents an answer after it was written, unless that failed.
func (s *Server) answer(ctx context.Context, answer id.Post, err error) (*answerOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	actor := actorOf(ctx)
	document, err := s.app.Questions.Answer(ctx, actor, answer)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	viewer, err := s.app.Questions.Viewer(ctx, actor, document)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := onPage{ctx: ctx, actor: actor, document: document, viewer: viewer}
	return &answerOutput{shown.answers()[0]}, nil
}

func (s *Server) deleteAnswer(ctx context.Context, in *deleteAnswerInput) (*struct{}, error) {
	if err := s.app.Answers.Delete(ctx, actorOf(ctx), in.ID, in.Note); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) acceptAnswer(ctx context.Context, in *AnswerPath) (*acceptanceOutput, error) {
	question, err := s.app.Answers.Accept(ctx, actorOf(ctx), in.ID)
	return s.acceptance(ctx, question, in.ID, err)
}

func (s *Server) unacceptAnswer(ctx context.Context, in *AnswerPath) (*acceptanceOutput, error) {
	question, accepted, err := s.app.Answers.Unaccept(ctx, actorOf(ctx), in.ID)
	return s.acceptance(ctx, question, accepted, err)
}

func (s *Server) acceptance(ctx context.Context, question, accepted id.Post, err error) (*acceptanceOutput, error) {
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	shown := Acceptance{QuestionID: question}
	if accepted != 0 {
		shown.AcceptedAnswerID = &accepted
	}
	return &acceptanceOutput{shown}, nil
}

func (s *Server) listAnswersOf(ctx context.Context, in *authorAnswersInput) (*answerSummaryList, error) {
	actor := actorOf(ctx)
	if _, err := s.app.Users.Find(ctx, actor, in.ID); err != nil {
		return nil, s.problem(ctx, err)
	}
	list, err := s.app.Answers.ListByAuthor(ctx, actor, in.ID, in.Sort, in.request())
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &answerSummaryList{numbered(list, answerSummary)}, nil
}

func answerSummary(a answers.Summary) AnswerSummary {
	author := personOrNull(a.Author)
	return AnswerSummary{
		ID: a.ID, QuestionID: a.Question, QuestionTitle: a.QuestionTitle, QuestionSlug: posts.Slug(a.QuestionTitle), Excerpt: a.Excerpt,
		Score: a.Score, Accepted: a.Accepted, Author: author, AuthorName: named(author, a.AuthorName), CreatedAt: a.CreatedAt,
	}
}
