package search

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// States of questions, as the operator is: and the facet name them.
const (
	Answered   = "answered"
	Unanswered = "unanswered"
	Solved     = "solved"
	Closed     = "closed"
)

// Kinds are all that can be found, as the operator is: and the facet name them.
func Kinds() []string { return []string{KindQuestion, KindAnswer, KindPerson, KindTag} }

// States are those a question can be in, more than one at a time.
func States() []string { return []string{Answered, Unanswered, Solved, Closed} }

// operator takes a token that is an operator and tells whether it was one.
func (q *Query) operator(token string) bool {
	if tag, ok := bracketed(token); ok {
		q.Tags = append(q.Tags, tag)
		return true
	}
	if rest, minus := strings.CutPrefix(token, "-"); minus {
		if tag, ok := bracketed(rest); ok {
			q.NotTags = append(q.NotTags, tag)
			return true
		}
	}
	name, value, ok := strings.Cut(token, ":")
	bare := strings.Trim(value, `"`)
	if !ok || bare == "" {
		return false
	}
	name = strings.ToLower(name)
	if name == "title" || name == "body" {
		q.In = name
		q.add(value)
		return true
	}
	return q.named(name, bare)
}

func bracketed(token string) (string, bool) {
	if len(token) < 3 || token[0] != '[' || token[len(token)-1] != ']' {
		return "", false
	}
	tag := strings.ToLower(strings.TrimSpace(token[1 : len(token)-1]))
	return tag, tag != "" && !strings.ContainsAny(tag, `[]"`)
}

func (q *Query) named(name, value string) bool {
	switch name {
	case "user":
		q.Author = value
	case "in":
		q.Space = strings.ToLower(value)
	case "is":
		return q.is(strings.ToLower(value))
	case "has":
		q.HasCode = q.HasCode || strings.EqualFold(value, "code")
		return strings.EqualFold(value, "code")
	case "isaccepted":
		return q.accepted(strings.ToLower(value))
	case "score":
		return number(value, &q.MinScore)
	case "answers":
		return number(value, &q.Answers)
	case "created":
		return q.created(value)
	default:
		return false
	}
	return true
}

func (q *Query) is(value string) bool {
	switch {
	case slices.Contains(Kinds(), value):
		q.Kind = value
	case slices.Contains(States(), value):
		q.State = value
	default:
		return false
	}
	return true
}

func (q *Query) accepted(value string) bool {
	yes := value == "yes"
	if !yes && value != "no" {
		return false
	}
	q.Accepted = &yes
	return true
}

func number(text string, into **int) bool {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return false
	}
	figure := int(n)
	*into = &figure
	return true
}

// created reads 2025, 2025-03 and 2025-03-01, alone or as a range with two dots that may be open on one side.
func (q *Query) created(value string) bool {
	from, to, ranged := strings.Cut(value, "..")
	if !ranged {
		to = from
	}
	first, _, okFrom := span(from)
	_, last, okTo := span(to)
	if from != "" && !okFrom || to != "" && !okTo || from == "" && to == "" {
		return false
	}
	q.From, q.To = first, last
	return true
}

// span is the first moment of a date and the first after it.
func span(text string) (first, after time.Time, ok bool) {
	if at, err := time.Parse(time.DateOnly, text); err == nil {
		return at, at.AddDate(0, 0, 1), true
	}
	if at, err := time.Parse("2006-01", text); err == nil {
		return at, at.AddDate(0, 1, 0), true
	}
	if at, err := time.Parse("2006", text); err == nil {
		return at, at.AddDate(1, 0, 0), true
	}
	return time.Time{}, time.Time{}, false
}
