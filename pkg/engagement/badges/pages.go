package badges

import (
	"context"
	"strconv"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// importedPrefix begins the keys of imported badges, which have no rule.
const importedPrefix = "imported-"

// Standing is a badge as a reader sees it: how many hold it, how often they do, and how far they have come with what it
// needs. One that was imported has no Rule, and nobody can earn it here.
type Standing struct {
	Key      string
	Name     string
	Class    Class
	TagBased bool
	Rule     *Rule
	Holders  int
	Mine     int
	Progress int
}

// Holder is a person who holds a badge: how often, and since when the last time. Post and Tag are what they earned it with
// then; they are zero where there is none that the reader may read.
type Holder struct {
	User      id.User
	Count     int
	AwardedAt time.Time
	Post      id.Post
	Answer    bool
	Question  id.Post
	Title     string
	Tag       string
}

// KeyOf is the key of a badge: that of its rule, or one of its own for an imported one.
func KeyOf(badge int64, rule string) string {
	if rule != "" {
		return rule
	}
	return importedPrefix + strconv.FormatInt(badge, 10)
}

// All gives every badge: those of this program in their order, then those that were imported, rarest first.
func (s *Service) All(ctx context.Context, actor authz.Actor) ([]Standing, error) {
	rows, err := s.store.standings(ctx, actor, 0, "")
	if err != nil {
		return nil, err
	}
	byRule := map[string]standingRow{}
	imported := []Standing{}
	for _, row := range rows {
		byRule[row.Rule] = row
		if row.Rule == "" && row.Holders > 0 {
			imported = append(imported, row.standing(nil, 0))
		}
	}
	rules := Rules()
	progress, err := s.store.progress(ctx, actor, rules, s.Clock.Now())
	if err != nil {
		return nil, err
	}
	all := make([]Standing, 0, len(rules)+len(imported))
	for i := range rules {
		row := byRule[rules[i].Key]
		row.Rule = rules[i].Key
		all = append(all, row.standing(&rules[i], progress[rules[i].Key]))
	}
	return append(all, imported...), nil
}

// Find gives one badge.
func (s *Service) Find(ctx context.Context, actor authz.Actor, key string) (Standing, error) {
	rule, known := RuleOf(key)
	badge, err := int64(0), error(nil)
	if digits, imported := strings.CutPrefix(key, importedPrefix); imported {
		badge, err = strconv.ParseInt(digits, 10, 64)
	}
	if err != nil || !known && badge == 0 {
		return Standing{}, noBadge()
	}
	rows, err := s.store.standings(ctx, actor, badge, rule.Key)
	if err != nil {
		return Standing{}, err
	}
	if !known {
		// Who holds an imported badge decides who may know of it.
		if len(rows) == 0 || rows[0].Rule != "" || rows[0].Holders == 0 {
			return Standing{}, noBadge()
		}
		return rows[0].standing(nil, 0), nil
	}
	progress, err := s.store.progress(ctx, actor, []Rule{rule}, s.Clock.Now())
	if err != nil {
		return Standing{}, err
	}
	row := standingRow{Rule: rule.Key}
	if len(rows) > 0 {
		row = rows[0]
	}
	return row.standing(&rule, progress[rule.Key]), nil
}

// Holders gives those who hold a badge, whoever was awarded it last first.
func (s *Service) Holders(ctx context.Context, actor authz.Actor, key string, request page.Request) (page.List[Holder], error) {
	found, err := s.Find(ctx, actor, key)
	if err != nil {
		return page.List[Holder]{}, err
	}
	list := page.List[Holder]{Request: request.Normal(), Total: found.Holders}
	list.Items, err = s.store.holdersOf(ctx, actor, key, list.Request)
	return list, err
}

func noBadge() error {
	return fault.NotFound("There is no such badge. All badges are at /badges.")
}
