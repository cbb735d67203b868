package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/page"
)

// The rule of SuggestTags: a tag named in the title counts nameInTitle, one named in the text nameInText, and each of the
// similarQuestions most similar questions that carries it counts similarPoint. fewestPoints of them make a suggestion.
const (
	nameInTitle      = 4
	nameInText       = 2
	similarPoint     = 1
	similarQuestions = 10
	fewestPoints     = 2
	mostSuggestions  = 6
	// Names of tags have at most so many words, and the first so many words of a text are looked at.
	mostNameWords = 3
	mostTextWords = 600
)

// Reasons of a suggestion, as results name them.
const (
	InTitle   = "title"
	InText    = "text"
	InSimilar = "similar"
)

// TagSuggestion is a tag that a question may want. Reason is what counted most for it.
type TagSuggestion struct {
	Name      string
	Questions int
	Reason    string
	points    int
}

// SuggestTags proposes tags for a question that is being written, the likeliest first: those named in its title or
// text, and those of the questions most similar to it. Only tags of questions that the actor may read are proposed.
func (s *Service) SuggestTags(ctx context.Context, actor authz.Actor, title, text string) ([]TagSuggestion, error) {
	if err := actor.MustSignIn(); err != nil {
		return nil, err
	}
	points, reasons := map[string]int{}, map[string]string{}
	note := func(name string, value int, reason string) {
		points[name] += value
		if _, known := reasons[name]; !known {
			reasons[name] = reason
		}
	}
	inTitle := namesIn(title)
	for _, name := range inTitle {
		note(name, nameInTitle, InTitle)
	}
	for _, name := range namesIn(text) {
		if !slices.Contains(inTitle, name) {
			note(name, nameInText, InText)
		}
	}
	if strings.TrimSpace(title) != "" {
		similar, err := s.Search(ctx, actor, Request{Text: plain(title), Kind: KindQuestion, Request: page.Request{Size: similarQuestions}})
		if err != nil {
			return nil, err
		}
		for _, hit := range similar.Items {
			for _, name := range hit.Tags {
				note(name, similarPoint, InSimilar)
			}
		}
	}
	return s.likeliest(ctx, actor, points, reasons)
}

func (s *Service) likeliest(ctx context.Context, actor authz.Actor, points map[string]int, reasons map[string]string) ([]TagSuggestion, error) {
	names := make([]string, 0, len(points))
	for name, value := range points {
		if value >= fewestPoints {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return []TagSuggestion{}, nil
	}
	found, err := s.store.knownTags(ctx, actor, names)
	if err != nil {
		return nil, err
	}
	for i := range found {
		found[i].points, found[i].Reason = points[found[i].Name], reasons[found[i].Name]
	}
	slices.SortFunc(found, func(a, b TagSuggestion) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(b.Questions, a.Questions), cmp.Compare(a.Name, b.Name))
	})
	return found[:min(len(found), mostSuggestions)], nil
}

// namesIn gives every name that a tag could have and that stands in the text: words, and up to three in a row.
func namesIn(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("+#.", r)
	})
	words = words[:min(len(words), mostTextWords)]
	seen, names := map[string]bool{}, []string{}
	for from := range words {
		words[from] = strings.Trim(words[from], ".")
	}
	for from := range words {
		for to := from + 1; to <= min(from+mostNameWords, len(words)); to++ {
			name := strings.Join(words[from:to], "-")
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// plain takes the signs of operators out of a title, which is searched for as it reads.
func plain(title string) string {
	return strings.NewReplacer("[", " ", "]", " ", `"`, " ", ":", " ").Replace(title)
}
