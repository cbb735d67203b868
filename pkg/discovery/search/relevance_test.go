package search_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// relevanceData names the folder of the duplicate-question sets; without it nothing is measured, since that takes minutes.
const relevanceData = "WELLSPRING_RELEVANCE_DATA"

type judged struct {
	titles  map[int64]string
	order   []int64
	similar map[int64]map[int64]bool
}

func readJudged(t *testing.T, folder string) judged {
	t.Helper()
	set := judged{titles: map[int64]string{}, similar: map[int64]map[int64]bool{}}
	eachLine(t, filepath.Join(folder, "qrels.tsv"), func(line string) {
		query, document, _ := strings.Cut(line, "\t")
		from, err := strconv.ParseInt(query, 10, 64)
		to, otherErr := strconv.ParseInt(document, 10, 64)
		if err != nil || otherErr != nil {
			return
		}
		if set.similar[from] == nil {
			set.similar[from] = map[int64]bool{}
			set.order = append(set.order, from)
		}
		set.similar[from][to] = true
	})
	return set
}

func eachLine(t *testing.T, name string, do func(line string)) {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		do(lines.Text())
	}
	require.NoError(t, lines.Err())
}

// TestRelevance prints how often a question is found by the title of its duplicate. It promises nothing: it is for
// whoever changes how results are ordered, to compare before and after.
func TestRelevance(t *testing.T) {
	t.Parallel()
	root := os.Getenv(relevanceData)
	if root == "" {
		t.Skip("set " + relevanceData + " to the folder of the duplicate-question sets to measure relevance")
	}
	const queries = 1_500
	for _, name := range []string{"askubuntu-bodies-val", "askubuntu-titles-dev"} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			set := readJudged(t, filepath.Join(root, name))
			w.load(filepath.Join(root, name, "corpus.jsonl"), set)
			asked := set.order[:min(queries, len(set.order))]
			for engine, service := range w.engines {
				measure(t, w.Actor("noa"), name+" "+engine, service, set, asked)
			}
		})
	}
}

func (w *world) load(name string, set judged) {
	w.t.Helper()
	var ids []int64
	var titles, texts []string
	eachLine(w.t.(*testing.T), name, func(line string) {
		var document struct {
			ID    int64  `json:"id"`
			Title string `json:"title"`
			Body  string `json:"body"`
		}
		require.NoError(w.t, json.Unmarshal([]byte(line), &document))
		set.titles[document.ID] = document.Title
		ids, titles, texts = append(ids, document.ID), append(titles, document.Title), append(texts, document.Body)
	})
	w.Exec(`
		INSERT INTO posts (id, kind, space_id, title, body, html, renderer_version, created_at, activity_kind, activity_at)
		SELECT g.id, 'question', s.id, g.title, '', replace(g.body, '<', '&lt;'), 1, now(), 'asked', now()
		FROM spaces s, unnest($1::bigint[], $2::text[], $3::text[]) AS g (id, title, body)`, ids, titles, texts)
	w.Exec(`ANALYZE posts`)
	w.Exec(`ANALYZE post_words`)
	require.NoError(w.t, w.App.Search.Reindex(w.t.Context(), func(int, int) {}))
}

func measure(t *testing.T, reader authz.Actor, name string, service *search.Service, set judged, asked []int64) {
	t.Helper()
	var first, inTen, reciprocal, took float64
	for _, query := range asked {
		request := search.Request{Text: plainWords(set.titles[query]), Kind: search.KindQuestion}
		request.Size = 11
		result, err := service.Search(t.Context(), reader, request)
		require.NoError(t, err)
		took += float64(result.Took.Microseconds()) / 1000
		rank := 0
		for _, hit := range result.Items {
			if hit.Question == id.Post(query) {
				continue
			}
			if rank++; rank <= 10 && set.similar[query][int64(hit.Question)] {
				inTen++
				reciprocal += 1 / float64(rank)
				if rank == 1 {
					first++
				}
				break
			}
		}
	}
	n := float64(len(asked))
	t.Logf("%s: hit@1 %.3f, hit@10 %.3f, MRR@10 %.3f, %.1f ms each", name, first/n, inTen/n, reciprocal/n, took/n)
}

// plainWords keeps signs of the titles from being read as operators.
func plainWords(title string) string {
	return strings.NewReplacer(`"`, " ", "[", " ", "]", " ", ":", " ", " -", " ").Replace(" " + title)
}
