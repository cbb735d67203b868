package tags

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/users"
)

// Revision is one state of a tag's texts. Author is nil where the person has no account.
type Revision struct {
	Number      int
	Author      *users.Ref
	CreatedAt   time.Time
	Description string
	Wiki        string
}

// History is a part of a tag's revisions, the newest first. Older is the one before the last of them; nil where that was
// the first, before which the tag said nothing.
type History struct {
	page.List[Revision]
	Older *Revision
}

// History gives a part of the revisions of a tag that the actor may see.
func (s *Service) History(ctx context.Context, actor authz.Actor, name string, request page.Request) (History, error) {
	tag, err := s.store.find(ctx, actor, normalise(name))
	if err != nil {
		return History{}, err
	}
	return s.store.history(ctx, tag.ID, request.Normal())
}
