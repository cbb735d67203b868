package posts

import (
	"context"
	"slices"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
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

// History is a part of a post's revisions, of Total in all, and what else was done to it; each newest first. Older is the
// revision before the last of them; nil where that was the first.
type History struct {
	Post      id.Post
	Kind      Kind
	Question  id.Post
	Title     string
	Revisions []Revision
	Older     *Revision
	Total     int
	Acts      []Act
}

// History gives the revisions of a post the actor may see, from the newest on, or from that before a number.
func (s *Service) History(ctx context.Context, actor authz.Actor, post id.Post, before, size int) (History, error) {
	thread, err := s.Find(ctx, actor, post)
	if err != nil {
		return History{}, err
	}
	size = page.Request{Size: size}.Normal().Size
	revisions, err := s.store.revisions(ctx, post, before, size+1)
	if err != nil {
		return History{}, err
	}
	for i := range revisions {
		revisions[i].Changed = []string{}
		if i+1 < len(revisions) {
			revisions[i].Changed = changes(revisions[i+1], revisions[i])
		}
	}
	history := History{
		Post: post, Kind: thread.Post.Kind, Question: thread.Question.ID, Title: thread.Question.Title, Revisions: revisions,
		Total: thread.Post.RevisionCount,
	}
	if len(revisions) > size {
		history.Revisions, history.Older = revisions[:size], &revisions[size]
	}
	history.Acts, err = s.store.acts(ctx, actor, post)
	return history, err
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
