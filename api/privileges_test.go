package api_test

import (
	"maps"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/testkit"
)

type shownPrivileges struct {
	Preset string
	Items  []struct {
		Key       string
		Threshold int
		Held      bool
	}
	Can map[string]struct {
		Allowed bool
		Reason  string
	}
}

func (p shownPrivileges) threshold(t *testing.T, key string) int {
	t.Helper()
	for _, item := range p.Items {
		if item.Key == key {
			return item.Threshold
		}
	}
	t.Fatalf("no privilege %s", key)
	return 0
}

func readPrivileges(client *testkit.Client) shownPrivileges {
	var shown shownPrivileges
	client.Get("/privileges").Want(http.StatusOK).JSON(&shown)
	return shown
}

func customThresholds(change map[string]any) map[string]any {
	thresholds := map[string]any{
		"ask": 0, "answer": 0, "vote-up": 3, "comment": 5, "vote-down": 40, "edit-tag-wiki": 70, "edit": 90, "close": 100, "see-deleted": 200,
	}
	maps.Copy(thresholds, change)
	return map[string]any{"preset": "custom", "thresholds": thresholds}
}

func TestAnAdministratorChoosesWhatPrivilegesNeedAndItHoldsAtOnceEverywhere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	another := kit.Another()
	q := kit.Ask("ada", "How do I close a channel twice?")
	require.Equal(t, "team", readPrivileges(another.As("noa")).Preset)
	require.True(t, readPage(kit, "noa", q.ID).Question.Can["voteUp"].Allowed)

	var shown shownPrivileges
	kit.As("root").Put("/privileges", customThresholds(nil)).Want(http.StatusOK).JSON(&shown)
	require.Equal(t, "custom", shown.Preset)
	require.Equal(t, 40, shown.threshold(t, "vote-down"))
	kit.WantEvents("thresholds.changed")
	require.Equal(t, 1, kit.Int(`
		SELECT count(*) FROM events WHERE name = 'thresholds.changed' AND payload->>'presetBefore' = 'team'
			AND payload->'before'->>'vote-down' = '1' AND payload->'after'->>'vote-down' = '40'
			AND (payload->>'by')::bigint = $1`, kit.UserID("root")))

	require.Contains(t, readPage(kit, "noa", q.ID).Question.Can["voteUp"].Reason, "3")
	vote(kit, "noa", q.ID, 1).WantProblem(http.StatusForbidden, "forbidden")
	require.Eventually(t, func() bool {
		return readPrivileges(another.As("noa")).threshold(t, "edit") == 90 && !readPage(another, "noa", q.ID).Question.Can["voteUp"].Allowed
	}, 5*time.Second, 10*time.Millisecond)

	kit.As("root").Put("/privileges", customThresholds(nil)).Want(http.StatusOK)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM events WHERE name = 'thresholds.changed'`), "the same choice again is no change")

	kit.As("root").Put("/privileges", map[string]any{"preset": "team"}).Want(http.StatusOK).JSON(&shown)
	require.Equal(t, "team", shown.Preset)
	require.Equal(t, 1, shown.threshold(t, "vote-down"))
	vote(kit, "noa", q.ID, 1).Want(http.StatusOK)
}

func TestThePreviewCountsWhoWouldHaveEachPrivilegeAndChangesNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Exec(`UPDATE reputation_totals SET reputation = 60 WHERE user_id = $1`, kit.UserID("ada"))
	kit.Exec(`UPDATE users SET state = 'disabled' WHERE handle = 'ben'`)
	var shown struct {
		People int
		Items  []struct {
			Key                            string
			Threshold, Holders, HoldersNow int
		}
	}
	kit.As("root").Post("/privileges/preview", map[string]any{"preset": "public"}).Want(http.StatusOK).JSON(&shown)
	require.Equal(t, 5, shown.People, "the disabled one is not counted")
	keepers := kit.Int(`SELECT count(*) FROM users WHERE role IN ('moderator', 'admin')`)
	for _, item := range shown.Items {
		switch item.Key {
		case "ask":
			require.Equal(t, 5, item.Holders)
		case "comment":
			require.Equal(t, 50, item.Threshold)
			require.Equal(t, keepers+1, item.Holders, "the moderators and Ada")
			require.Equal(t, 5, item.HoldersNow)
		case "edit":
			require.Equal(t, keepers, item.Holders)
		}
	}
	kit.As("root").Post("/privileges/preview", customThresholds(map[string]any{"edit": 60})).Want(http.StatusOK).JSON(&shown)
	require.Equal(t, "edit", shown.Items[6].Key)
	require.Equal(t, keepers+1, shown.Items[6].Holders)
	require.Equal(t, "team", readPrivileges(kit.As("root")).Preset)
	kit.WantNoEvents("thresholds.changed")
}

func TestOnlyAnAdministratorChoosesThresholds(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	require.True(t, readPrivileges(kit.As("root")).Can["choose"].Allowed)
	for _, handle := range []string{"ada", "max", "mia"} {
		can := readPrivileges(kit.As(handle)).Can["choose"]
		require.False(t, can.Allowed, handle)
		require.Contains(t, can.Reason, "administrator")
		kit.As(handle).Put("/privileges", map[string]any{"preset": "public"}).WantProblem(http.StatusForbidden, "forbidden")
		kit.As(handle).Post("/privileges/preview", map[string]any{"preset": "public"}).WantProblem(http.StatusForbidden, "forbidden")
	}
	require.False(t, readPrivileges(kit.Visitor()).Can["choose"].Allowed)
	kit.Visitor().Put("/privileges", map[string]any{"preset": "public"}).WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.Visitor().Post("/privileges/preview", map[string]any{"preset": "public"}).WantProblem(http.StatusUnauthorized, "unauthenticated")
	kit.WantNoEvents("thresholds.changed")
}

func TestThresholdsThatMakeNoSenseChangeNothing(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for _, bad := range []any{
		map[string]any{}, map[string]any{"preset": "strict"}, map[string]any{"preset": "custom"},
		map[string]any{"preset": "custom", "thresholds": map[string]any{"ask": 1}},
		map[string]any{"preset": "team", "thresholds": map[string]any{"ask": 1}},
		customThresholds(map[string]any{"edit": -1}), customThresholds(map[string]any{"edit": 100_001}),
		customThresholds(map[string]any{"edit": 1.5}), customThresholds(map[string]any{"edit": "90"}),
		customThresholds(map[string]any{"edit": nil}), customThresholds(map[string]any{"rule": 1}),
	} {
		kit.As("root").Put("/privileges", bad).WantProblem(http.StatusUnprocessableEntity, "validation")
		kit.As("root").Post("/privileges/preview", bad).WantProblem(http.StatusUnprocessableEntity, "validation")
	}
	require.Equal(t, "team", readPrivileges(kit.As("root")).Preset)
	kit.As("root").Put("/privileges", customThresholds(map[string]any{"edit": 100_000, "see-deleted": 0})).Want(http.StatusOK)
	require.True(t, readPrivileges(kit.As("noa")).Items[8].Held)
	require.False(t, readPrivileges(kit.As("noa")).Items[6].Held)
}
