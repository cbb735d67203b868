package stackexchange_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

const (
	bread2019 = "testdata/bread-2019"
	bread2021 = "testdata/bread-2021"
)

// bread is a world into which the small dump of 2019 was imported.
func bread(t *testing.T) *testkit.Kit {
	t.Helper()
	kit := testkit.New(t)
	importDump(t, kit, bread2019)
	return kit
}

// line reads one row as text.
func line(t *testing.T, kit *testkit.Kit, query string, args ...any) string {
	t.Helper()
	var text string
	require.NoError(t, kit.DB.Pool().QueryRow(context.Background(), `SELECT concat_ws(' | ', VARIADIC array_agg(v)) FROM (`+query+`) q,
		LATERAL (SELECT value AS v FROM json_each_text(to_json(q))) x`, args...).Scan(&text))
	return text
}

// lines reads one column of text.
func lines(t *testing.T, kit *testkit.Kit, query string, args ...any) []string {
	t.Helper()
	rows, err := kit.DB.Pool().Query(context.Background(), query, args...)
	require.NoError(t, err)
	found, err := pgx.CollectRows(rows, pgx.RowTo[string])
	require.NoError(t, err)
	return found
}

// localPost finds a post by its number on the site.
const localPost = `(SELECT local_id FROM import_refs WHERE kind = 'post' AND external_id = `

func TestPeopleAreImportedWithoutTheMeansToSignIn(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, []string{"Anna Åkerblom", "Bruno", "Bruno", "Dora"},
		lines(t, kit, `SELECT name FROM users WHERE state = 'imported' AND email IS NULL AND password_hash IS NULL ORDER BY name`))
	require.Equal(t, `Uppsala | https://anna.example | <p>I bake <b>rye</b>.</p>`,
		line(t, kit, `SELECT location, website, about FROM users WHERE name = 'Anna Åkerblom'`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM users WHERE name = 'Community'`), "the site itself is nobody")
}

func TestTheHistoryBecomesRevisionsThatAreWholeTexts(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, []string{
		"1 initial Anna Åkerblom: Help / My starter smells.\n\nWhat now? {sourdough} ()",
		"2 edit Bruno: Why does my starter smell of acetone? / My starter smells of *acetone*. What now? {sourdough} (says of what)",
		"3 edit user9: Why does my starter smell of acetone? / spam {sourdough} ()",
		"4 rollback Bruno: Why does my starter smell of acetone? / My starter smells of *acetone*. What now? {sourdough} (Rollback to [aa03])",
	}, lines(t, kit, `
		SELECT number || ' ' || kind || ' ' || author_name || ': ' || title || ' / ' || body || ' ' || tags::text || ' (' || summary || ')'
		FROM revisions WHERE post_id = `+localPost+`10) ORDER BY number`))
}

func TestTextsAreTheMarkdownOfTheHistory(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, "My starter smells of *acetone*. What now? | bread.stackexchange.com | https://bread.stackexchange.com/q/10",
		line(t, kit, `SELECT body, imported_site, imported_url FROM posts WHERE id = `+localPost+`10)`))
	require.Equal(t, "<p>My starter smells of <em>acetone</em>. What now?</p>\n", line(t, kit, `SELECT html FROM posts WHERE id = `+localPost+`10)`))
}

func TestTextsWithoutHistoryAreHTMLMadeHarmless(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	html := line(t, kit, `SELECT html FROM posts WHERE id = `+localPost+`15)`)
	require.Contains(t, html, "<li>250 °C</li>")
	require.NotContains(t, html, "script")
	require.NotContains(t, line(t, kit, `SELECT body FROM posts WHERE id = `+localPost+`15)`), "script")
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM revisions WHERE post_id = `+localPost+`15)`), "what there is now is its only revision")
}

func TestAuthorsWhoAreGoneKeepTheirNameOnly(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, "user77", line(t, kit, `SELECT author_name, author_id FROM posts WHERE id = `+localPost+`12)`))
	require.Equal(t, "Community", line(t, kit, `SELECT author_name, author_id FROM posts WHERE id = `+localPost+`15)`))
	require.Equal(t, "user78", line(t, kit, `SELECT author_name, author_id FROM comments WHERE body = 'What a pity.'`))
}

func TestClosuresSayWhyAndOfWhatTheyAreADuplicate(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, "duplicate | Anna Åkerblom | Why does my starter smell of acetone? | true", line(t, kit, `
		SELECT q.closed_reason, u.name, o.title, q.locked_at IS NOT NULL AS locked
		FROM posts q JOIN users u ON u.id = q.closed_by JOIN posts o ON o.id = q.duplicate_of WHERE q.id = `+localPost+`13)`))
}

func TestAnImportedClosureIsReadLikeOneOfHere(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	type person struct{ Name string }
	var page struct {
		Question struct {
			Closure struct {
				Reason      string
				By          person
				DuplicateOf struct{ ID int }
			}
			Can map[string]struct{ Allowed bool }
		}
	}
	duplicate := kit.Int(`SELECT ` + localPost + `13)`)
	kit.As("mia").Get("/questions/%d", duplicate).Want(200).JSON(&page)
	require.Equal(t, "duplicate", page.Question.Closure.Reason)
	require.Equal(t, "Anna Åkerblom", page.Question.Closure.By.Name)
	require.True(t, page.Question.Can["reopen"].Allowed)
	var original struct {
		Question struct{ Duplicates []struct{ ID int } }
	}
	kit.As("mia").Get("/questions/%d", page.Question.Closure.DuplicateOf.ID).Want(200).JSON(&original)
	require.Equal(t, duplicate, original.Question.Duplicates[0].ID)
	var history struct {
		Acts []struct {
			Kind, Reason string
			By           person
		}
	}
	kit.As("mia").Get("/posts/%d/revisions", duplicate).Want(200).JSON(&history)
	require.Len(t, history.Acts, 3, "and a bounty")
	closing := history.Acts[2]
	require.Equal(t, "closed duplicate Anna Åkerblom", closing.Kind+" "+closing.Reason+" "+closing.By.Name)
}

func TestTagWikisComeFromTheirTwoPosts(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, "Bread that rises without bought yeast. | All about **starters**. | 2", line(t, kit,
		`SELECT description, wiki, question_count FROM tags WHERE name = 'sourdough'`))
	require.Equal(t, []string{"1 Anna Åkerblom ", "2 Bruno All about **starters**."}, lines(t, kit, `
		SELECT number || ' ' || u.name || ' ' || v.wiki FROM tag_revisions v JOIN tags t ON t.id = v.tag_id JOIN users u ON u.id = v.author_id
		WHERE t.name = 'sourdough' ORDER BY number`))
	require.Equal(t, []string{"oven", "sourdough", "yeast-free"}, lines(t, kit, `SELECT name FROM tags ORDER BY name`))
}

func TestVotesCountByPostAndDayWithoutAVoter(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, []string{"2017-03-05 2 0", "2017-03-06 0 1"}, lines(t, kit,
		`SELECT day || ' ' || up_count || ' ' || down_count FROM imported_votes WHERE post_id = `+localPost+`10) ORDER BY day`))
	require.Equal(t, "1 | 2 | 1 | 340 | 2 | 2", line(t, kit,
		`SELECT score, up_count, down_count, view_count, answer_count, comment_count FROM posts WHERE id = `+localPost+`10)`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM votes`))
	wantSound(t, kit)
}

func TestTheLedgerTellsWhereReputationComesFrom(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	history := func(name string, joined string) []string {
		return lines(t, kit, `
			SELECT e.day || ' ' || e.reason || ' ' || e.amount FROM reputation_entries e JOIN users u ON u.id = e.user_id
			WHERE u.name = $1 AND u.created_at::date = $2::date ORDER BY e.id`, name, joined)
	}
	require.Equal(t, []string{
		"2017-03-02 base 1", "2017-03-02 association 100", "2017-03-05 question-upvoted 20", "2017-03-06 post-downvoted -2",
		"2017-03-08 accepted-an-answer 2",
	}, history("Anna Åkerblom", "2017-03-02"))
	require.Equal(t, []string{
		"2017-03-03 base 1", "2017-03-05 answer-upvoted 10", "2017-03-06 answer-upvoted 10", "2017-03-08 answer-accepted 15",
	}, history("Bruno", "2017-03-03"))
	require.Equal(t, []string{
		"2017-03-04 base 1", "2017-03-04 association 100", "2017-03-06 edit-approved 2", "2017-04-01 post-downvoted -2", "2017-04-03 bounty-offered -50",
	}, history("Bruno", "2017-03-04"))
}

func TestABountyWithoutAnAwardHasLapsedAndItsReputationIsGone(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, []string{"50 Bruno 2017-04-03 2017-04-10 lapsed 0"}, lines(t, kit, `
		SELECT b.amount || ' ' || u.name || ' ' || b.offered_at::date || ' ' || b.ended_at::date || ' ' || b.outcome || ' ' || b.paid
		FROM bounties b JOIN users u ON u.id = b.offerer_id`))
	report := importDump(t, kit, bread2019)
	require.Equal(t, 1, report.Kinds["bounties"].Unchanged, "importing again changes nothing")
	require.Zero(t, report.Kinds["bounties"].New+report.Kinds["bounties"].Removed)
}

func TestBadgesOfOneNameInTwoClassesAreTwoBadges(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	require.Equal(t, []string{"Autobiographer bronze false 1", "Teacher silver false 1", "sourdough bronze true 1", "sourdough gold true 1"}, lines(t, kit, `
		SELECT b.name || ' ' || b.class || ' ' || b.tag_based || ' ' || count(*) FROM badges b JOIN badge_awards a ON a.badge_id = b.id
		GROUP BY b.id ORDER BY b.name COLLATE "C", b.class`))
}

func TestEachRowLeftOutIsCountedUnderItsReason(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	report := importDump(t, kit, bread2019)
	require.Equal(t, map[string]int{
		"the account of the site itself":                               1,
		"posts of type 7 (wiki placeholder)":                           1,
		"answers to questions that are not in the dump":                1,
		"history of posts that are not in the dump, or left out":       1,
		"history of type 50 (bumped by the site)":                      1,
		"votes of type 5 (favourite)":                                  1,
		"votes of type 16 (approved edit)":                             1,
		"votes on posts that are not in the dump, or left out":         2,
		"comments on posts that are not in the dump, or left out":      1,
		"links from or to posts that are not in the dump, or left out": 1,
		"badges of people who are not in the dump":                     1,
	}, report.LeftOut)
	require.Equal(t, map[string]int{"posts without Markdown in the history, taken from the HTML": 3}, report.Notes)
	require.Equal(t, 4, report.People)
	require.Equal(t, 3, report.Equal, "Dora's dump knows something that its votes do not")
	require.Contains(t, line(t, kit, `SELECT report FROM import_runs WHERE finished_at IS NOT NULL`), "wiki placeholder", "the report is kept")
}

func TestImportedPostsAreFoundAndReadLikeOthers(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	var found struct {
		Items []struct {
			Title    string
			Accepted bool
			Space    struct{ Slug string }
		}
	}
	kit.As("ada").Get("/questions?space=beer&view=votes").Want(200).JSON(&found)
	require.Len(t, found.Items, 3)
	require.Equal(t, "Why does my starter smell of acetone?", found.Items[0].Title)
	require.True(t, found.Items[0].Accepted)
}

func TestAnUpvoteHereOnAnImportedPostCountsOnTop(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	post := kit.Int(`SELECT ` + localPost + `11)`)
	kit.As("ben").Put(fmt.Sprintf("/posts/%d/vote", post), map[string]any{"value": 1}).Want(200)
	require.Equal(t, "3 | 46", line(t, kit, `SELECT p.score, t.reputation FROM posts p JOIN reputation_totals t ON t.user_id = p.author_id WHERE p.id = $1`, post))
	wantSound(t, kit)
}
