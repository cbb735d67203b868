package postgres

import (
	"strings"

	"wellspring/pkg/discovery/search"
)

// words writes the terms as to_tsquery reads them. The last word may be the beginning of one, as people type; words of a
// phrase follow one another; title: and body: ask for the weight that the schema gives those parts.
func words(q *search.Query) string {
	weight := map[string]string{"title": "A", "body": "C"}[q.In]
	var parts []string
	for i, term := range q.Terms {
		text := quoted(term.Text)
		if text == "" {
			continue
		}
		label := weight
		if i == len(q.Terms)-1 && !term.Phrase && !term.Not {
			label = "*" + label
		}
		if label != "" {
			text += ":" + label
		}
		if term.Not {
			text = "!" + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " & ")
}

// quoted keeps to_tsquery from reading signs as operators or as a tag of HTML: it cuts what stands in quotes into words itself.
func quoted(text string) string {
	text = strings.TrimSpace(strings.NewReplacer(`'`, ` `, `\`, ` `, `<`, ` `).Replace(text))
	if text == "" {
		return ""
	}
	return `'` + text + `'`
}

// containing is a pattern for texts with this in them; the schema keeps titles in lower case without accents, which the
// statement does to the pattern too.
func containing(text string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(text) + "%"
}
