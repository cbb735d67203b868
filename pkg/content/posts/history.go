package posts

import (
	"context"
	"slices"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Revision is one state of a post's text. Title and Tags are nil for answers.
type Revision struct {
	Number     int
	Kind       string
	Author     *Person
	AuthorName string
	CreatedAt  time.Time
	Summary    string
	Title      *string
	Body       string
	Tags       *[]string
	// Changed names what differs from the revision before: title, body, tags.
	Changed []string
	// Suggested is empty, or says how the Author's suggestion was accepted: accepted as it was, or improved. AcceptedBy did
	// that, and is nil where it is not known.
	Suggested  string
	AcceptedBy *Person
	Suggestion id.Suggestion
}

// History is a post's revisions, and what else was done to it; each newest first.
type History struct {
	Post      id.Post
	Kind      Kind
	Question  id.Post
	Title     string
	Revisions []Revision
	Acts      []Act
}

// History gives the revisions of a post the actor may see.
func (s *Service) History(ctx context.Context, actor authz.Actor, post id.Post) (History, error) {
	thread, err := s.Find(ctx, actor, post)
	if err != nil {
		return History{}, err
	}
	revisions, err := s.store.revisions(ctx, post)
	if err != nil {
		return History{}, err
	}
	for i := range revisions {
		if i > 0 {
			revisions[i].Changed = changes(revisions[i-1], revisions[i])
		} else {
			revisions[i].Changed = []string{}
		}
	}
	slices.Reverse(revisions)
	acts, err := s.store.acts(ctx, actor, post)
	return History{
		Post: post, Kind: thread.Post.Kind, Question: thread.Question.ID, Title: thread.Question.Title, Revisions: revisions, Acts: acts,
	}, err
}

func changes(before, after Revision) []string {
	changed := []string{}
	if before.Title != nil && after.Title != nil && *before.Title != *after.Title {
		changed = append(changed, "title")
	}
	if before.Body != after.Body {
		changed = append(changed, "body")
	}
	if before.Tags != nil && after.Tags != nil && !slices.Equal(*before.Tags, *after.Tags) {
		changed = append(changed, "tags")
	}
	return changed
}
