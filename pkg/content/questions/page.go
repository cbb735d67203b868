package questions

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/db"
)

// Order is the order of answers.
type Order string

// The orders of answers. Best is the rule of succession, so that three votes out of three do not beat ninety of a hundred;
// Accepted puts the accepted answer before the best ones, which none of the others does.
const (
	Best     Order = "best"
	Newest   Order = "newest"
	Oldest   Order = "oldest"
	Votes    Order = "votes"
	Accepted Order = "accepted"
)

// orDefault makes an order of whatever a caller gave.
func (o Order) orDefault() Order {
	switch o {
	case Newest, Oldest, Votes, Accepted:
		return o
	default:
		return Best
	}
}

// Document gives what all readers of a question's page see, with the first answers in an order; of one that was merged
// into another, that other one. Inside a transaction it is read afresh and not kept, since what the transaction wrote may
// still be undone.
func (s *Service) Document(ctx context.Context, actor authz.Actor, question id.Post, order Order) (*Document, error) {
	return s.document(ctx, actor, question, order, func(ctx context.Context, order Order) (*Document, error) {
		return s.store.document(ctx, question, order)
	})
}

// Page is Document with the reader's part where both had to be read, in one round trip. The reader's part is nil where the
// document was at hand; Viewer gives it then.
func (s *Service) Page(ctx context.Context, actor authz.Actor, question id.Post, order Order) (*Document, *Viewer, error) {
	var viewer *Viewer
	document, err := s.document(ctx, actor, question, order, func(ctx context.Context, order Order) (*Document, error) {
		if !actor.SignedIn() {
			return s.store.document(ctx, question, order)
		}
		document, read, err := s.store.documentFor(ctx, question, order, actor.User)
		viewer = read
		return document, err
	})
	if err == nil && document.Question.ID != question {
		viewer = nil // it belongs to the question that was merged into this one
	}
	return document, viewer, err
}

func (s *Service) document(
	ctx context.Context, actor authz.Actor, question id.Post, order Order, read func(context.Context, Order) (*Document, error),
) (*Document, error) {
	order = order.orDefault()
	load := func(ctx context.Context) (*Document, error) { return read(ctx, order) }
	var document *Document
	var err error
	if db.InTransaction(ctx) {
		document, err = load(ctx)
	} else {
		document, err = s.documents.get(ctx, documentKey{question, order}, load)
	}
	if err != nil {
		return nil, err
	}
	if into := document.Question.MergedInto; into != 0 {
		return s.Document(ctx, actor, into, order)
	}
	if err := document.see(actor); err != nil {
		return nil, err
	}
	return document, nil
}

// Viewer is what only one reader sees: their own votes, by post and by comment, what they saved, and whether they follow
// the question.
type Viewer struct {
	Posts    map[id.Post]int
	Comments map[id.Comment]bool
	Saved    map[id.Post]bool
	Follows  bool
}

// Viewer gives the reader's part of a page; a visitor has none and costs nothing.
func (s *Service) Viewer(ctx context.Context, actor authz.Actor, document *Document) (Viewer, error) {
	if !actor.SignedIn() {
		return Viewer{}, nil
	}
	return s.store.viewer(ctx, actor.User, document.Question.ID)
}

// Viewed notes that a person looked at the page.
func (s *Service) Viewed(actor authz.Actor, document *Document) {
	s.posts.Viewed(actor, document.Question.ID, document.Question.Author)
}

// Answers gives one page of a question's answers, as a document whose question is the whole one.
func (s *Service) Answers(ctx context.Context, actor authz.Actor, question id.Post, order Order, request page.Request) (*Document, page.Request, error) {
	request = request.Normal()
	shown, err := s.Document(ctx, actor, question, order)
	if err != nil {
		return nil, request, err
	}
	document, err := s.store.answers(ctx, shown.Question.ID, order.orDefault(), request)
	return document, request, err
}

// Answer gives one answer, as a document whose only answer it is.
func (s *Service) Answer(ctx context.Context, actor authz.Actor, answer id.Post) (*Document, error) {
	document, err := s.store.answer(ctx, answer)
	if err != nil {
		return nil, err
	}
	if err := document.see(actor); err != nil {
		return nil, err
	}
	if len(document.VisibleAnswers(actor)) == 0 {
		return nil, posts.NotFound()
	}
	return document, nil
}
