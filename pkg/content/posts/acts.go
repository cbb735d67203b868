package posts

import (
	"context"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// ActKind says what was done to a post beside writing it.
type ActKind string

// The kinds of acts.
const (
	ActClosed    ActKind = "closed"
	ActReopened  ActKind = "reopened"
	ActDeleted   ActKind = "deleted"
	ActUndeleted ActKind = "undeleted"
)

// Act is one row of what was done to a post, by whom and why. With are the others whose votes closed or reopened a
// question together with By, or who got a bounty of the Amount. Original is that of a duplicate; nil also where the reader may not read it.
type Act struct {
	Kind     ActKind
	By       *Person
	With     []Person
	At       time.Time
	Reason   string
	Note     string
	Amount   int
	Original *Original
}

// Original is the question that a duplicate leads to.
type Original struct {
	ID    id.Post
	Title string
}

// act is an Act about to be written.
type act struct {
	Kind     ActKind
	With     []id.User
	Reason   string
	Note     string
	Original id.Post
}

func (s *Service) record(ctx context.Context, actor authz.Actor, post id.Post, done act) error {
	return s.store.addAct(ctx, post, actor.User, s.clock.Now(), done)
}

// relatedChanged tells the caches of the original and of the duplicates, whose pages show the question's title as long
// as it is there.
func (s *Service) relatedChanged(ctx context.Context, question Post) error {
	if question.DuplicateOf != 0 {
		s.Changed(ctx, question.DuplicateOf)
	}
	duplicates, err := s.store.duplicates(ctx, question.ID)
	for _, duplicate := range duplicates {
		s.Changed(ctx, duplicate)
	}
	return err
}
