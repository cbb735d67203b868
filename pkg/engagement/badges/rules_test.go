package badges_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/testkit"
)

func ignore(badges.Recomputed) {}

func TestEveryRuleSaysWhatItIsInBothLanguages(t *testing.T) {
	t.Parallel()
	rules := badges.Rules()
	require.GreaterOrEqual(t, len(rules), 40)
	keys, names := map[string]bool{}, map[string]bool{}
	classes, groups := map[badges.Class]int{}, map[badges.Group]int{}
	for _, rule := range rules {
		require.Regexp(t, `^[a-z]+(-[a-z]+)*$`, rule.Key)
		require.False(t, keys[rule.Key], "%s is there twice", rule.Key)
		require.Positive(t, rule.Need, rule.Key)
		require.NotEqual(t, rule.Deeds == "", rule.Feats == "", "%s has deeds or feats", rule.Key)
		for _, words := range []badges.Words{rule.EN, rule.DE} {
			require.False(t, names[words.Name], "%s is there twice", words.Name)
			require.NotEmpty(t, words.Name, rule.Key)
			require.Regexp(t, `\.$`, words.About, rule.Key)
			names[words.Name] = true
		}
		keys[rule.Key] = true
		classes[rule.Class]++
		groups[rule.Group]++
	}
	require.Len(t, classes, 3)
	require.Len(t, groups, 6)
}

func TestEveryStatementRunsForSomeAndForAll(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.Equal(t, len(badges.Rules()), kit.Int(`SELECT count(*) FROM badges WHERE rule IS NOT NULL`))
	seen := 0
	require.NoError(t, kit.App.Badges.Recompute(t.Context(), func(badges.Recomputed) { seen++ }))
	require.Len(t, badges.Rules(), seen)
	for _, rule := range badges.Rules() {
		for _, event := range rule.On {
			kit.Exec(`INSERT INTO badge_checks (user_id, event) VALUES ($1, $2) ON CONFLICT DO NOTHING`, kit.UserID("ada"), event)
		}
	}
	require.NoError(t, kit.App.Badges.Award(t.Context()))
	require.NoError(t, kit.App.Badges.AwardOfTime(t.Context()))
	require.Zero(t, kit.Int(`SELECT count(*) FROM badge_awards`))
}

// awarded are the rules of a person's badges, in order.
func awarded(t *testing.T, kit *testkit.Kit, handle string) []string {
	t.Helper()
	held, err := kit.App.Badges.ListOf(t.Context(), kit.Actor("mia"), kit.UserID(handle))
	require.NoError(t, err)
	rules := []string{}
	for _, badge := range held {
		rules = append(rules, badge.Rule)
	}
	slices.Sort(rules)
	return rules
}

func TestWhatWasThereBeforeIsAwardedByItsDateAndToldToNobody(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Answer("ben", q, "You do not, since it panics.")
	kit.Exec(`DELETE FROM event_deliveries`)
	asked := kit.Clock.Now().Add(-400 * 24 * time.Hour)
	kit.Exec(`UPDATE posts SET created_at = $1`, asked)
	kit.Exec(`
		INSERT INTO votes (post_id, user_id, value, created_at)
		SELECT $1::bigint, id, 1, $2::timestamptz + row_number() OVER (ORDER BY id) * interval '1 day' FROM users WHERE handle IN ('ben', 'mia', 'noa', 'max')`,
		int64(q.ID), asked)
	kit.Exec(`UPDATE posts SET score = 4 WHERE id = $1`, int64(q.ID))
	kit.Exec(`UPDATE users SET created_at = $1 WHERE handle = 'ada'`, asked)
	for range 2 {
		require.NoError(t, kit.App.Badges.Recompute(t.Context(), ignore))
	}
	require.Equal(t, []string{"first-question", "good-question", "year-together"}, awarded(t, kit, "ada"))
	require.Equal(t, 3, kit.Int(`
		SELECT awarded_at::date - $1::timestamptz::date FROM badge_awards a JOIN badges b ON b.id = a.badge_id WHERE b.rule = 'good-question'`, asked),
		"the third vote came on the third day")
	kit.WantNoEvents("badge.awarded")
	require.Zero(t, kit.Int(`SELECT count(*) FROM recognitions`))
}

func TestTimeAwardsAYearOnceItIsOver(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	kit.Exec(`UPDATE posts SET score = 1 WHERE id = $1`, int64(q.ID))
	kit.Exec(`UPDATE users SET created_at = $1 WHERE handle = 'ada'`, kit.Clock.Now().AddDate(0, -11, 0))
	require.NoError(t, kit.App.Badges.AwardOfTime(t.Context()))
	require.Empty(t, awarded(t, kit, "ada"))
	kit.Clock.Advance(32 * 24 * time.Hour)
	for range 2 {
		require.NoError(t, kit.App.Badges.AwardOfTime(t.Context()))
	}
	require.Equal(t, []string{"year-together"}, awarded(t, kit, "ada"))
	kit.WantEvents("badge.awarded")
}

func TestHelpAcrossUnitsAndInATagIsRecognised(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`INSERT INTO units (name, kind, created_at) VALUES ('Sales', 'team', now()), ('Works', 'team', now())`)
	kit.Exec(`UPDATE users SET unit_id = (SELECT id FROM units WHERE name = 'Sales') WHERE handle = 'ada'`)
	kit.Exec(`UPDATE users SET unit_id = (SELECT id FROM units WHERE name = 'Works') WHERE handle = 'ben'`)
	for _, title := range []string{"How do I close a channel?", "How do I open a file?", "How do I read a line?"} {
		a := kit.Answer("ben", kit.Ask("ada", title, "go"), "You ask the system for it.")
		kit.Exec(`UPDATE posts SET score = 5 WHERE id = $1`, int64(a.ID))
	}
	require.NoError(t, kit.App.Badges.Recompute(t.Context(), ignore))
	held := awarded(t, kit, "ben")
	require.Contains(t, held, "next-door")
	require.Contains(t, held, "at-home")
	require.NotContains(t, held, "good-neighbour")
}

func TestEditingClosingAndReopeningAreRecognised(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	q := kit.Ask("ada", "How do I close a channel twice?", "go")
	question := "/questions/" + q.ID.String()
	kit.As("mia").Put(question+"/closure", map[string]any{"reason": "needs-detail"}).Want(200)
	kit.Clock.Advance(time.Minute)
	kit.As("max").Put(question, map[string]any{
		"title": "How do I close a channel?", "body": "It panics in Go 1.26 when I do.", "tags": []string{"go"}, "version": kit.Int(`SELECT version FROM posts WHERE id = $1`, int64(q.ID)),
	}).Want(200)
	kit.Clock.Advance(time.Minute)
	kit.As("mia").Put(question+"/reopening", map[string]any{"note": "It says more now."}).Want(200)
	kit.Settle()
	require.NoError(t, kit.App.Badges.Award(t.Context()))
	require.Equal(t, []string{"first-edit", "rescued"}, awarded(t, kit, "max"))
	require.Equal(t, []string{"keeping-order", "second-chance"}, awarded(t, kit, "mia"))
}
