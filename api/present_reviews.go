package api

import (
	"time"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/operations/reviews"
)

// ReviewQueues are all queues, the most urgent first.
type ReviewQueues struct {
	Items []ReviewQueue `json:"items" nullable:"false"`
}

// ReviewQueue tells how much waits in a queue.
type ReviewQueue struct {
	Queue   string               `json:"queue" enum:"flags,suggested-edits,close-votes,duplicates,first-posts,low-quality"`
	Waiting int                  `json:"waiting" maximum:"1000" doc:"What the reader may be given now; 1,000 stands for 1,000 or more."`
	Can     ReviewQueueDecisions `json:"can"`
}

// ReviewQueueDecisions are what the reader may do with a queue.
type ReviewQueueDecisions struct {
	Review Decision `json:"review"`
}

// HeldReview is the item of a queue that the reader has alone.
type HeldReview struct {
	Item *ReviewItem `json:"item" doc:"null where nothing waits."`
}

// ReviewItem is what a reviewer looks at.
type ReviewItem struct {
	ID      id.ReviewItem `json:"id"`
	Queue   string        `json:"queue" enum:"flags,suggested-edits,close-votes,duplicates,first-posts,low-quality"`
	Why     string        `json:"why" enum:"flags,suggested-edits,votes,similar,first-question,first-answer,score,short,link,shouting" doc:"Why it waits."`
	Since   time.Time     `json:"since"`
	EndedAt *time.Time    `json:"endedAt"`
	// What ended it; left out while it waits, and where its cause was gone.
	Outcome    string            `json:"outcome,omitempty" enum:"approve,flag,helpful,delete,decline,close,leave,accept,reject"`
	HeldTill   *time.Time        `json:"heldTill" doc:"How long nobody else is given it; null where the reader does not hold it."`
	PostKind   string            `json:"postKind" enum:"question,answer"`
	Post       ReviewText        `json:"post"`
	Question   ReviewQuestion    `json:"question" doc:"The question of the answer, or the post itself."`
	Comment    *ReviewText       `json:"comment" doc:"What it is about, where that is a comment on the post."`
	Original   *ReviewQuestion   `json:"original" doc:"What the question may be a duplicate of."`
	Suggestion *ReviewSuggestion `json:"suggestion" doc:"The edit that was suggested; its texts are at /suggestions/{id}."`
	Flags      []ReviewCall      `json:"flags" nullable:"false" doc:"The open flags."`
	Votes      []ReviewVote      `json:"votes" nullable:"false" doc:"The votes to close the question."`
	Said       []ReviewSaid      `json:"said" nullable:"false" doc:"What reviewers decided, oldest first."`
	// What the reader can decide beside skip.
	Choices []string `json:"choices" nullable:"false" enum:"approve,flag,helpful,delete,decline,close,leave,accept,reject"`
}

// ReviewText is what somebody wrote.
type ReviewText struct {
	ID         int64      `json:"id"`
	HTML       string     `json:"html"`
	Score      int        `json:"score"`
	CreatedAt  time.Time  `json:"createdAt"`
	Author     *PersonRef `json:"author"`
	AuthorName string     `json:"authorName"`
	Deleted    bool       `json:"deleted"`
}

// ReviewQuestion is a question with its text.
type ReviewQuestion struct {
	ReviewText
	Title       string   `json:"title"`
	Slug        string   `json:"slug"`
	Tags        []string `json:"tags" nullable:"false"`
	Space       SpaceRef `json:"space"`
	AnswerCount int      `json:"answerCount"`
	Closed      bool     `json:"closed"`
}

// ReviewSuggestion is an edit that somebody suggested.
type ReviewSuggestion struct {
	ID      id.Suggestion `json:"id"`
	Summary string        `json:"summary"`
	At      time.Time     `json:"at"`
	By      *PersonRef    `json:"by"`
}

// ReviewCall is an open flag.
type ReviewCall struct {
	Reason string     `json:"reason" enum:"spam,rude,low-quality,attention"`
	Note   string     `json:"note"`
	At     time.Time  `json:"at"`
	By     *PersonRef `json:"by"`
}

// ReviewVote is a vote to close the question.
type ReviewVote struct {
	Reason string     `json:"reason" enum:"duplicate,needs-detail,out-of-scope,outdated"`
	Note   string     `json:"note"`
	At     time.Time  `json:"at"`
	By     *PersonRef `json:"by"`
}

// ReviewSaid is what a reviewer decided about an item.
type ReviewSaid struct {
	Decision string     `json:"decision" enum:"approve,flag,helpful,delete,decline,close,leave,accept,reject"`
	Note     string     `json:"note"`
	At       time.Time  `json:"at"`
	By       *PersonRef `json:"by"`
}

// ReviewAudit is one decision in the list of all.
type ReviewAudit struct {
	ItemID    id.ReviewItem `json:"itemId"`
	Queue     string        `json:"queue" enum:"flags,suggested-edits,close-votes,duplicates,first-posts,low-quality"`
	Decision  string        `json:"decision" enum:"approve,flag,helpful,delete,decline,close,leave,accept,reject"`
	Note      string        `json:"note"`
	At        time.Time     `json:"at"`
	By        PersonRef     `json:"by"`
	Final     bool          `json:"final" doc:"It ended the item."`
	PostID    id.Post       `json:"postId"`
	PostKind  string        `json:"postKind" enum:"question,answer"`
	OnComment bool          `json:"onComment" doc:"It was about a comment on the post."`
	Question  QuestionRef   `json:"question"`
}

func reviewItem(item *reviews.Item) ReviewItem {
	shown := ReviewItem{
		ID: item.ID, Queue: string(item.Queue), Why: item.Why, Since: item.Since, EndedAt: item.Ended, Outcome: string(item.Outcome),
		HeldTill: item.HeldTill, PostKind: string(item.Kind), Post: reviewText(&item.Post), Question: reviewQuestion(&item.Question),
		Flags: each(item.Flags, func(c reviews.Call) ReviewCall {
			return ReviewCall{Reason: string(c.Reason), Note: c.Note, At: c.At, By: personOrNull(c.By)}
		}),
		Votes: each(item.Votes, func(v reviews.Vote) ReviewVote {
			return ReviewVote{Reason: string(v.Reason), Note: v.Note, At: v.At, By: personOrNull(v.By)}
		}),
		Said: each(item.Said, func(d reviews.Said) ReviewSaid {
			return ReviewSaid{Decision: string(d.Decision), Note: d.Note, At: d.At, By: personOrNull(d.By)}
		}),
		Choices: each(item.Choices, func(d reviews.Decision) string { return string(d) }),
	}
	if shown.Why == "" {
		shown.Why = string(item.Queue)
	}
	if item.Comment != nil {
		shown.Comment = new(reviewText(item.Comment))
	}
	if item.Suggestion != nil {
		shown.Suggestion = &ReviewSuggestion{
			ID: item.Suggestion.ID, Summary: item.Suggestion.Summary, At: item.Suggestion.At, By: personOrNull(item.Suggestion.By),
		}
	}
	if item.Original != nil {
		shown.Original = new(reviewQuestion(item.Original))
	}
	return shown
}

func reviewText(t *reviews.Text) ReviewText {
	author := personOrNull(t.Author)
	return ReviewText{
		ID: t.ID, HTML: t.HTML, Score: t.Score, CreatedAt: t.CreatedAt, Author: author, AuthorName: named(author, t.AuthorName), Deleted: t.Deleted,
	}
}

func reviewQuestion(q *reviews.Question) ReviewQuestion {
	return ReviewQuestion{
		ReviewText: reviewText(&q.Text), Title: q.Title, Slug: posts.Slug(q.Title), Tags: q.Tags,
		Space: SpaceRef{Slug: q.Space.Slug, Name: q.Space.Name, Color: q.Space.Color}, AnswerCount: q.AnswerCount, Closed: q.Closed,
	}
}

func reviewAudit(a reviews.Audit) ReviewAudit {
	shown := ReviewAudit{
		ItemID: a.Item, Queue: string(a.Queue), Decision: string(a.Decision), Note: a.Note, At: a.At, By: personRef(a.By), Final: a.Final,
		PostID: a.Post, PostKind: string(posts.Question), OnComment: a.Comment != 0, Question: questionRef(a.Question, a.Title),
	}
	if a.IsAnswer {
		shown.PostKind = string(posts.Answer)
	}
	return shown
}
