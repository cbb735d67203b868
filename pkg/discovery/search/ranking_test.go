package search_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/discovery/search"
)

// The order of what is found is a promise: these are its golden examples, for both engines.

func TestExactTitleComesFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.ask("ada", "", "Office chairs for tall people", "Where do I order office chairs? Office chairs are all too low.", "furniture")
	w.ask("ada", "", "Where to order office chairs", "As the title says.", "furniture")
	w.ask("ada", "", "Order of office chairs in the meeting room", "Who sets up the chairs of the office, in which order?", "rooms")
	w.ask("ada", "", "Fire drill on Monday", "Nobody uses the office chairs as doorstops, whatever the order.", "safety")
	w.settled()
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		require.Equal(t, "question: Where to order office chairs", titles(find("noa", "Where to order office chairs"))[0])
		require.Equal(t, "question: Office chairs for tall people", titles(find("noa", "office chairs for tall people"))[0])
		all := titles(find("noa", "office chairs order"))
		require.Len(t, all, 4)
		require.Equal(t, "question: Fire drill on Monday", all[3], "the words in a title go before the words in a text")
	})
}

func TestAmongEqualsTheSolvedAndTheBetterLikedGoFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	body := map[string]string{"first": "", "second": "", "third": ""}
	for n := range body {
		asked := w.ask("ada", "", "How do I book a room?", "I need a room with a screen.", n)
		switch n {
		case "second":
			w.As("mia").Put("/posts/"+asked.ID.String()+"/vote", map[string]any{"value": 1}).Want(http.StatusOK)
		case "third":
			answered := w.Answer("ben", asked, "In the calendar, by its number.")
			w.As("ada").Put("/answers/"+answered.ID.String()+"/acceptance", nil).Want(http.StatusOK)
		}
	}
	w.settled()
	for engine := range w.engines {
		t.Run(engine, func(t *testing.T) {
			tags := func(sort search.Sort) []string {
				var order []string
				for _, hit := range w.search(engine, "noa", search.Request{Text: "book a room", Kind: search.KindQuestion, Sort: sort}).Items {
					order = append(order, hit.Tags[0])
				}
				return order
			}
			require.Equal(t, []string{"third", "second", "first"}, tags(search.ByRelevance))
			require.Equal(t, "second", tags(search.ByVotes)[0])
			require.Len(t, tags(search.ByNewest), 3)
		})
	}
}

func TestNewestIsByDateHoweverWellItFits(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.ask("ada", "", "Printer out of paper", "The printer printer printer.", "printer")
	w.Exec(`UPDATE posts SET created_at = created_at - interval '2 days'`)
	w.ask("ada", "", "Coffee machine out of order", "It stands beside the printer.", "coffee")
	w.Exec(`UPDATE posts SET created_at = created_at - interval '1 day'`)
	w.ask("ada", "", "Where is the stapler of room 4?", "Not at the printer.", "lost")
	require.NoError(t, w.App.Search.NoteEverything(t.Context()))
	w.settled()
	for engine := range w.engines {
		t.Run(engine, func(t *testing.T) {
			sorted := func(sort search.Sort) []string {
				return titles(w.search(engine, "noa", search.Request{Text: "printer", Kind: search.KindQuestion, Sort: sort}))
			}
			const paper, coffee, stapler = "question: Printer out of paper", "question: Coffee machine out of order", "question: Where is the stapler of room 4?"
			require.Equal(t, []string{stapler, coffee, paper}, sorted(search.ByNewest))
			require.Equal(t, paper, sorted(search.ByRelevance)[0])
		})
	}
}
