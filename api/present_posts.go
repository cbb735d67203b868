package api

import (
	"context"
	"time"
	"unicode/utf8"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/flags"
	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/content/suggestions"
	"wellspring/pkg/content/votes"
	"wellspring/pkg/engagement/bounties"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// PostFields is what questions and answers show alike.
type PostFields struct {
	Body          string          `json:"body" doc:"As written, in Markdown."`
	HTML          string          `json:"html" doc:"Rendered and safe to show."`
	Score         int             `json:"score"`
	UpCount       int             `json:"upCount"`
	DownCount     int             `json:"downCount"`
	MyVote        int             `json:"myVote" minimum:"-1" maximum:"1"`
	Saved         bool            `json:"saved" doc:"The reader saved it."`
	CommentCount  int             `json:"commentCount"`
	Comments      []Comment       `json:"comments" nullable:"false" doc:"The best five, oldest first."`
	Author        *PersonRef      `json:"author" doc:"null where the author has no account here; authorName has the name."`
	AuthorName    string          `json:"authorName"`
	CreatedAt     time.Time       `json:"createdAt"`
	EditedAt      *time.Time      `json:"editedAt"`
	Editor        *PersonRef      `json:"editor"`
	RevisionCount int             `json:"revisionCount"`
	DeletedAt     *time.Time      `json:"deletedAt"`
	DeletedBy     *PersonRef      `json:"deletedBy"`
	DeletedNote   string          `json:"deletedNote" doc:"Why it was deleted."`
	Version       int             `json:"version" doc:"Send it back with an edit."`
	Suggestion    *PostSuggestion `json:"suggestion" doc:"A suggested edit that waits, for those who may decide about it and who suggested it; else null."`
}

// PostSuggestion is the suggested edit that waits at a post.
type PostSuggestion struct {
	ID   id.Suggestion `json:"id"`
	Mine bool          `json:"mine" doc:"The reader suggested it."`
}

// Question is a question on its page.
type Question struct {
	ID   id.Post `json:"id"`
	Kind string  `json:"kind" enum:"ask"`
	PostFields
	Title            string            `json:"title"`
	Slug             string            `json:"slug"`
	Space            SpaceRef          `json:"space"`
	Tags             []string          `json:"tags" nullable:"false"`
	AnswerCount      int               `json:"answerCount"`
	ViewCount        int               `json:"viewCount" doc:"One a person and day."`
	AcceptedAnswerID *id.Post          `json:"acceptedAnswerId"`
	Closure          *Closure          `json:"closure" doc:"null while the question is open."`
	CloseVotes       CloseVotes        `json:"closeVotes"`
	Duplicates       []QuestionRef     `json:"duplicates" nullable:"false" doc:"What was closed as a duplicate of this; at most 50."`
	Locked           *Protection       `json:"locked" doc:"Only moderators change anything; null where everybody does."`
	Pinned           bool              `json:"pinned" doc:"It stands first in its space."`
	Protected        *Protection       `json:"protected" doc:"Only people with some reputation answer; null where everybody does."`
	Bounty           *Bounty           `json:"bounty" doc:"The one that runs; null without."`
	Following        bool              `json:"following" doc:"The reader hears of new answers."`
	Imported         *Imported         `json:"imported" doc:"Where the question came from; null when it was asked here."`
	Can              QuestionDecisions `json:"can"`
}

// QuestionRef names a question.
type QuestionRef struct {
	ID    id.Post `json:"id"`
	Title string  `json:"title"`
	Slug  string  `json:"slug"`
}

// Imported says where a post came from.
type Imported struct {
	Site string `json:"site"`
	URL  string `json:"url"`
}

// QuestionDecisions are what the reader may do with a question.
type QuestionDecisions struct {
	Edit     Decision `json:"edit"`
	Suggest  Decision `json:"suggest" doc:"An edit, where the reader may not edit at once."`
	Delete   Decision `json:"delete"`
	Undelete Decision `json:"undelete"`
	Answer   Decision `json:"answer"`
	Comment  Decision `json:"comment"`
	VoteUp   Decision `json:"voteUp"`
	VoteDown Decision `json:"voteDown"`
	Close    Decision `json:"close"`
	Reopen   Decision `json:"reopen"`
	Mark     Decision `json:"mark" doc:"Lock, pin and protect."`
	Offer    Decision `json:"offer" doc:"Offer a bounty."`
	Flag     Decision `json:"flag"`
}

// Answer is an answer on its question's page.
type Answer struct {
	ID         id.Post `json:"id"`
	QuestionID id.Post `json:"questionId"`
	PostFields
	Accepted bool            `json:"accepted"`
	Bounty   int             `json:"bounty" doc:"What bounties brought it."`
	Can      AnswerDecisions `json:"can"`
}

// AnswerDecisions are what the reader may do with an answer.
type AnswerDecisions struct {
	Edit     Decision `json:"edit"`
	Suggest  Decision `json:"suggest" doc:"An edit, where the reader may not edit at once."`
	Delete   Decision `json:"delete"`
	Undelete Decision `json:"undelete"`
	Comment  Decision `json:"comment"`
	VoteUp   Decision `json:"voteUp"`
	VoteDown Decision `json:"voteDown"`
	Accept   Decision `json:"accept"`
	Award    Decision `json:"award" doc:"Award the question's bounty to it."`
	Convert  Decision `json:"convert" doc:"Make a comment of it."`
	Flag     Decision `json:"flag"`
}

// decision puts a policy's answer into the reader's language.
func decision(ctx context.Context, err error) Decision {
	refused, ok := fault.As(err)
	if !ok {
		return Decision{Allowed: err == nil}
	}
	return Decision{Reason: say(ctx, refused.Format, refused.Args...)}
}

// onPage presents the parts of one document to one reader.
type onPage struct {
	ctx      context.Context //nolint:containedctx // it carries the reader's language, and ends with the request as this does
	actor    authz.Actor
	document *questions.Document
	viewer   questions.Viewer
	now      time.Time
}

func (p onPage) person(user id.User) *PersonRef { return personOrNull(p.document.Person(user)) }

func personOrNull(person *posts.Person) *PersonRef {
	if person == nil {
		return nil
	}
	shown := personRef(*person)
	return &shown
}

// named gives an author's present name, or the one that came with the post.
func named(person *PersonRef, name string) string {
	if person != nil {
		return person.Name
	}
	return name
}

func (p onPage) fields(c *questions.Common, state posts.State) PostFields {
	author := p.person(c.Author)
	return PostFields{
		Body: c.Body, HTML: c.HTML, Score: c.Score, UpCount: c.UpCount, DownCount: c.DownCount, MyVote: p.viewer.Posts[c.ID],
		Saved: p.viewer.Saved[c.ID], CommentCount: c.CommentCount, Comments: p.comments(c.ID, state), Author: author, AuthorName: named(author, c.AuthorName),
		CreatedAt: c.CreatedAt, EditedAt: c.EditedAt, Editor: p.person(c.Editor), RevisionCount: c.RevisionCount,
		DeletedAt: c.DeletedAt, DeletedBy: p.deletedBy(c), DeletedNote: c.DeletedNote, Version: c.Version, Suggestion: p.suggestion(c.ID, state),
	}
}

func (p onPage) suggestion(post id.Post, state posts.State) *PostSuggestion {
	waiting := p.document.SuggestionFor(post)
	if waiting == nil {
		return nil
	}
	mine := posts.Owns(p.actor, waiting.By)
	if !mine && suggestions.CanDecide(p.actor, state, waiting.By) != nil {
		return nil
	}
	return &PostSuggestion{ID: waiting.ID, Mine: mine}
}

func (p onPage) question() Question {
	q, state := &p.document.Question, p.document.State()
	shown := Question{
		ID: q.ID, Kind: "ask", PostFields: p.fields(&q.Common, state), Title: q.Title, Slug: posts.Slug(q.Title),
		Space: SpaceRef{Slug: q.Space.Slug, Name: q.Space.Name, Color: q.Space.Color}, Tags: q.Tags,
		AnswerCount: q.AnswerCount, ViewCount: q.ViewCount, Closure: p.closure(), CloseVotes: p.closeVotes(),
		Duplicates: p.duplicates(), Locked: p.protection(posts.Locked, q.LockedAt), Pinned: q.PinnedAt != nil,
		Protected: p.protection(posts.Protected, q.ProtectedAt),
		Bounty:    p.bounty(), Following: p.viewer.Follows,
		Can: QuestionDecisions{
			Edit:     decision(p.ctx, posts.CanEdit(p.actor, state)),
			Suggest:  decision(p.ctx, suggestions.CanSuggest(p.actor, state, p.document.SuggestionFor(q.ID) != nil)),
			Delete:   decision(p.ctx, posts.CanDelete(p.actor, state)),
			Undelete: decision(p.ctx, posts.CanUndelete(p.actor, state)),
			Answer:   decision(p.ctx, answers.CanAnswer(p.actor, state)),
			Comment:  decision(p.ctx, comments.CanComment(p.actor, state)),
			VoteUp:   decision(p.ctx, votes.CanVote(p.actor, state, votes.Up)),
			VoteDown: decision(p.ctx, votes.CanVote(p.actor, state, votes.Down)),
			Close:    decision(p.ctx, moderation.CanClose(p.actor, state)),
			Reopen:   decision(p.ctx, moderation.CanReopen(p.actor, state)),
			Mark:     decision(p.ctx, moderation.CanMark(p.actor, state)),
			Offer:    decision(p.ctx, bounties.CanOffer(p.actor, state, q.CreatedAt, p.runningBounty(), p.now)),
			Flag:     decision(p.ctx, flags.CanFlag(p.actor, state, state.Author)),
		},
	}
	if q.AcceptedAnswer != 0 {
		shown.AcceptedAnswerID = &q.AcceptedAnswer
	}
	if q.ImportedSite != "" {
		shown.Imported = &Imported{Site: q.ImportedSite, URL: q.ImportedURL}
	}
	return shown
}

func (p onPage) answers() []Answer { return each(p.document.VisibleAnswers(p.actor), p.answer) }

func (p onPage) answer(a *questions.Answer) Answer {
	state := p.document.AnswerState(a)
	return Answer{
		ID: a.ID, QuestionID: a.Question, PostFields: p.fields(&a.Common, state), Accepted: state.Accepted,
		Bounty: p.document.Question.Earned(a.ID),
		Can: AnswerDecisions{
			Edit:     decision(p.ctx, posts.CanEdit(p.actor, state)),
			Suggest:  decision(p.ctx, suggestions.CanSuggest(p.actor, state, p.document.SuggestionFor(a.ID) != nil)),
			Delete:   decision(p.ctx, posts.CanDelete(p.actor, state)),
			Undelete: decision(p.ctx, posts.CanUndelete(p.actor, state)),
			Comment:  decision(p.ctx, comments.CanComment(p.actor, state)),
			VoteUp:   decision(p.ctx, votes.CanVote(p.actor, state, votes.Up)),
			VoteDown: decision(p.ctx, votes.CanVote(p.actor, state, votes.Down)),
			Accept:   decision(p.ctx, answers.CanAccept(p.actor, state)),
			Award:    decision(p.ctx, bounties.CanAward(p.actor, state, p.runningBounty(), p.now)),
			Convert:  decision(p.ctx, comments.CanBecomeComment(p.actor, state, a.UpCount+a.DownCount > 0, utf8.RuneCountInString(a.Body))),
			Flag:     decision(p.ctx, flags.CanFlag(p.actor, state, state.Author)),
		},
	}
}

func (p onPage) comments(post id.Post, state posts.State) []Comment {
	return each(p.document.CommentsOf(post), func(c *posts.Comment) Comment {
		return comment(p.ctx, p.actor, state, shownComment{Comment: *c, author: p.person(c.Author), mine: p.viewer.Comments[c.ID], now: p.now})
	})
}
