package meili

import (
	"fmt"
	"strconv"
	"strings"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
)

// filter gives conditions that must all hold. The first keeps the actor to what they may read.
func filter(actor authz.Actor, q *search.Query) []string {
	all := []string{readable(actor)}
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if q.PostsOnly() {
		add("kind IN [%s, %s]", search.KindQuestion, search.KindAnswer)
	}
	if q.Kind != "" {
		add("kind = %s", quoted(q.Kind))
	}
	if q.SpaceID != 0 {
		add("space = %d", q.SpaceID)
	}
	for _, tag := range q.Tags {
		add("tags = %s", quoted(tag))
	}
	for _, tag := range q.NotTags {
		add("tags != %s", quoted(tag))
	}
	if q.AuthorID != 0 {
		add("author = %d", q.AuthorID)
	}
	if q.State != "" {
		add("state = %s", quoted(q.State))
	}
	return append(all, figures(q)...)
}

// readable has a place for nobody's space, because an empty list is no filter.
func readable(actor authz.Actor) string {
	spaces := []string{"-1"}
	if actor.SignedIn() {
		spaces = append(spaces, strconv.FormatInt(int64(search.Everybody), 10))
	}
	for _, space := range actor.Spaces {
		spaces = append(spaces, strconv.FormatInt(int64(space), 10))
	}
	return "readers IN [" + strings.Join(spaces, ", ") + "]"
}

func figures(q *search.Query) []string {
	var all []string
	add := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if q.MinScore != nil {
		add("score >= %d", *q.MinScore)
	}
	if q.Answers != nil {
		add("kind = %s AND answers = %d", search.KindQuestion, *q.Answers)
	}
	if q.Accepted != nil {
		add("accepted = %d", map[bool]int{true: 1, false: 0}[*q.Accepted])
	}
	if q.HasCode {
		add("hasCode = true")
	}
	if !q.From.IsZero() {
		add("created >= %d", q.From.Unix())
	}
	if !q.To.IsZero() {
		add("created < %d", q.To.Unix())
	}
	return all
}

func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
