package doctor

import (
	"context"
	"fmt"
	"strings"
)

// drift is a counter that differs from its source rows.
type drift struct {
	counter    string
	id         int64
	have, want int64
}

func (d drift) String() string {
	return fmt.Sprintf("%s of %d is %d, counted %d", d.counter, d.id, d.have, d.want)
}

func (s *Service) counters(ctx context.Context) Finding {
	drifts, err := s.drifts(ctx)
	if err != nil {
		return Finding{"counters", Fail, err.Error(), "See the server's log."}
	}
	if len(drifts) == 0 {
		return Finding{Name: "counters", State: OK, Detail: "all equal their source rows"}
	}
	named := make([]string, 0, examples)
	for _, d := range drifts[:min(examples, len(drifts))] {
		named = append(named, d.String())
	}
	return Finding{
		"counters", Fail, fmt.Sprintf("%d differ from their source rows: %s", len(drifts), strings.Join(named, "; ")),
		"Run: wellspring doctor --mend",
	}
}

func (s *Service) drifts(ctx context.Context) ([]drift, error) {
	var all []drift
	ofPosts, err := s.Posts.Drift(ctx)
	if err != nil {
		return nil, err
	}
	ofComments, err := s.Comments.Drift(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range append(ofPosts, ofComments...) {
		all = append(all, drift{d.Counter, d.ID, d.Have, d.Want})
	}
	ofTags, err := s.Tags.Drift(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range ofTags {
		all = append(all, drift{d.Counter, d.ID, d.Have, d.Want})
	}
	ofPeople, err := s.Reputation.Drift(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range ofPeople {
		all = append(all, drift{"reputation", int64(d.User), int64(d.Have), int64(d.Count)})
	}
	return all, nil
}

// Mend sets every counter to what its source rows say.
func (s *Service) Mend(ctx context.Context) error {
	for _, recount := range []func(context.Context) error{s.Posts.Recount, s.Comments.Recount, s.Tags.Recount, s.Reputation.Recount} {
		if err := recount(ctx); err != nil {
			return err
		}
	}
	return nil
}
