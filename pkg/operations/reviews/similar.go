package reviews

import (
	"context"
	"strings"
	"time"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// The published rule of possible duplicates: of the candidates that search finds for the title of a new question, with its
// tolerance for typing errors, the one whose title is most alike, if it is as alike as alikeFrom: the share of
// three-letter pieces that both titles have, from 0 to 1.
const (
	candidates = 10
	alikeFrom  = 0.45
)

// compare looks for what was asked before a new question, among what its asker may read, so that nobody reads in the queue
// of questions that are none of the asker's business.
func (s *Service) compare(ctx context.Context, question id.Post, author id.User, at time.Time) error {
	if author == 0 {
		return nil
	}
	asker, err := s.Actor(ctx, author)
	if err != nil {
		return err
	}
	written, err := s.store.written(ctx, question)
	if err != nil || written.Gone {
		return err
	}
	found, err := s.Search.Search(ctx, asker, search.Request{
		Text: withoutOperators(written.Title), Kind: search.KindQuestion, Request: page.Request{Size: candidates},
	})
	if err != nil {
		return err
	}
	var hits []id.Post
	for i := range found.Items {
		hits = append(hits, id.Post(found.Items[i].ID))
	}
	original, err := s.store.mostAlike(ctx, question, written.Title, hits)
	if err != nil || original == 0 {
		return err
	}
	return s.store.putDuplicate(ctx, question, original, WhySimilar, at)
}

// withoutOperators takes the signs of operators out of a title, which is searched for as it reads.
func withoutOperators(title string) string {
	return strings.NewReplacer("[", " ", "]", " ", `"`, " ", ":", " ", "-", " ").Replace(title)
}
