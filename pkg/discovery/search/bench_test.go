package search_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
)

// benchDocuments is how many posts the benchmark searches.
const benchDocuments = 20_000

// speak makes sentences in which, as in a language, few words are common and many are rare.
type speaker struct {
	random *rand.Rand
	words  *rand.Zipf
}

func newSpeaker(seed uint64) *speaker {
	random := rand.New(rand.NewPCG(seed, 7))
	return &speaker{random: random, words: rand.NewZipf(random, 1.1, 3, 30_000)}
}

// word is the same for the same number, pronounceable, and longer when it is rarer.
func word(number uint64) string {
	syllables := []string{"ba", "re", "ki", "lo", "mun", "ta", "ser", "vi", "no", "pel", "dra", "gol", "shi", "fen", "tor", "zu"}
	var text strings.Builder
	for number += 16; number > 0; number /= 16 {
		text.WriteString(syllables[number%16])
	}
	return text.String()
}

func (s *speaker) sentence(least, most int) string {
	words := make([]string, least+s.random.IntN(most-least+1))
	for i := range words {
		words[i] = word(s.words.Uint64())
	}
	return strings.Join(words, " ")
}

// stock fills a world with generated questions and has them indexed.
func (w *world) stock(count int) {
	w.t.Helper()
	speaker := newSpeaker(1)
	titles, texts := make([]string, count), make([]string, count)
	for i := range titles {
		titles[i], texts[i] = speaker.sentence(5, 12), "<p>"+speaker.sentence(60, 200)+"</p>"
	}
	w.Exec(`
		INSERT INTO posts (kind, space_id, author_id, title, body, html, tags, score, renderer_version, created_at, activity_kind, activity_at)
		SELECT 'question', s.id, u.id, g.title, '', g.html, ARRAY['tag' || g.n % 60], g.n % 40, 1, now() - g.n * interval '1 hour', 'asked', now()
		FROM spaces s, (SELECT id FROM users WHERE handle = 'ada') u, unnest($1::text[], $2::text[]) WITH ORDINALITY AS g (title, html, n)`, titles, texts)
	w.Exec(`ANALYZE posts`)
	w.Exec(`ANALYZE post_words`)
	require.NoError(w.t, w.App.Search.Reindex(w.t.Context(), func(int, int) {}))
}

func BenchmarkSearch(b *testing.B) {
	w := newWorld(b)
	w.stock(benchDocuments)
	speaker := newSpeaker(2)
	common, rare := word(3), word(4_000)
	kinds := map[string]func() string{
		"two-words":   func() string { return speaker.sentence(2, 2) },
		"title":       func() string { return speaker.sentence(6, 8) },
		"common-word": func() string { return common },
		"prefix":      func() string { return speaker.sentence(1, 2) + " " + word(speaker.words.Uint64())[:2] },
		"typo":        func() string { return rare[:3] + "q" + rare[3:] },
		"operators": func() string {
			return fmt.Sprintf("[tag%d] score:%d", speaker.random.IntN(60), speaker.random.IntN(30))
		},
		"miss": func() string { return "xylophonist quartermaster" },
	}
	reader := w.Actor("noa")
	for engine, service := range w.engines {
		for kind, text := range kinds {
			b.Run(engine+"/"+kind, func(b *testing.B) {
				var took []time.Duration
				for b.Loop() {
					result, err := service.Search(b.Context(), reader, search.Request{Text: text()})
					require.NoError(b, err)
					require.Equal(b, engine, result.Engine)
					took = append(took, result.Took)
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
				b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			})
		}
	}
}
