package demo_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/doctor"
	"wellspring/pkg/testkit"
)

// withoutPeople is a world as a new installation is: the cast of the tests is gone.
func withoutPeople(t *testing.T) *testkit.Kit {
	t.Helper()
	kit := testkit.New(t)
	kit.RemovePeople()
	return kit
}

func TestTheDemonstrationHasSomethingForEveryScreen(t *testing.T) {
	t.Parallel()
	kit := withoutPeople(t)
	require.NoError(t, kit.App.Demo.Load(t.Context()))
	kit.Settle()
	for what, least := range map[string]struct {
		sql  string
		want int
	}{
		"units":                    {`SELECT count(*) FROM units`, 6},
		"people":                   {`SELECT count(*) FROM users`, 40},
		"spaces":                   {`SELECT count(*) FROM spaces`, 6},
		"tags in use":              {`SELECT count(*) FROM tags WHERE question_count > 0`, 60},
		"tags with a wiki":         {`SELECT count(*) FROM tags WHERE wiki <> ''`, 10},
		"questions":                {`SELECT count(*) FROM posts WHERE kind = 'question'`, 150},
		"questions in German":      {`SELECT count(*) FROM posts WHERE kind = 'question' AND body ~ '\m(und|nicht|wir)\M'`, 10},
		"questions without answer": {`SELECT count(*) FROM posts WHERE kind = 'question' AND answer_count = 0`, 10},
		"accepted answers":         {`SELECT count(*) FROM posts WHERE accepted_answer_id IS NOT NULL`, 50},
		"answers":                  {`SELECT count(*) FROM posts WHERE kind = 'answer'`, 200},
		"pictures":                 {`SELECT count(*) FROM upload_uses`, 1},
		"comments":                 {`SELECT count(*) FROM comments`, 100},
		"votes":                    {`SELECT count(*) FROM votes`, 1000},
		"votes down":               {`SELECT count(*) FROM votes WHERE value = -1`, 10},
		"edits":                    {`SELECT count(*) FROM revisions WHERE kind <> 'initial'`, 30},
		"suggestions that wait":    {`SELECT count(*) FROM suggestions WHERE state = 'waiting'`, 3},
		"rejected suggestions":     {`SELECT count(*) FROM suggestions WHERE state = 'rejected' AND note <> ''`, 2},
		"accepted suggestions": {`
			SELECT count(*) FROM suggestions g JOIN revisions v ON v.post_id = g.post_id AND v.number = g.revision
			WHERE g.state = 'accepted' AND g.decided_by = v.accepted_by`, 5},
		"people told of a suggestion": {`SELECT count(*) FROM notifications WHERE kind LIKE 'suggestion%'`, 5},
		"days of history":             {`SELECT max(created_at)::date - min(created_at)::date FROM posts`, 650},
		"unread in the asker's inbox": {`
			SELECT count(*) FROM notification_threads t JOIN users u ON u.id = t.user_id WHERE u.handle = 'ada' AND t.newest > t.seen`, 2},
		"read by the answerer": {`
			SELECT count(*) FROM notification_threads t JOIN users u ON u.id = t.user_id WHERE u.handle = 'ben' AND t.newest = t.seen`, 2},
		"bounties that run":            {`SELECT count(*) FROM bounties WHERE ended_at IS NULL`, 3},
		"bounties that were awarded":   {`SELECT count(*) FROM bounties WHERE outcome = 'awarded'`, 2},
		"bounties that came back":      {`SELECT count(*) FROM bounties WHERE outcome = 'returned'`, 1},
		"badges that were earned":      {`SELECT count(DISTINCT badge_id) FROM badge_awards`, 25},
		"badges of the answerer":       {`SELECT count(*) FROM badge_awards a JOIN users u ON u.id = a.user_id WHERE u.handle = 'ben'`, 5},
		"badges told of":               {`SELECT count(*) FROM recognitions WHERE NOT seen`, 3},
		"follows of people and spaces": {`SELECT count(*) FROM follows WHERE question_id IS NULL`, 4},
		"flagged, to review":           {`SELECT count(*) FROM review_items WHERE queue = 'flags'`, 2},
		"votes to close, to review":    {`SELECT count(*) FROM review_items WHERE queue = 'close-votes'`, 1},
		"possible duplicates":          {`SELECT count(*) FROM review_items WHERE queue = 'duplicates'`, 1},
		"suggested edits, to review":   {`SELECT count(*) FROM review_items WHERE queue = 'suggested-edits'`, 1},
		"first posts, to review":       {`SELECT count(*) FROM review_items WHERE queue = 'first-posts'`, 1},
		"of low quality, to review":    {`SELECT count(*) FROM review_items WHERE queue = 'low-quality'`, 1},
		"people who asked this month": {`
			SELECT count(DISTINCT author_id) FROM posts WHERE created_at > (SELECT max(created_at) FROM posts) - interval '31 days'`, 5},
	} {
		require.GreaterOrEqual(t, kit.Int(least.sql), least.want, what)
	}
	for _, handle := range []string{"ada", "ben", "mia", "max", "noa", "root"} {
		require.Equal(t, 1, kit.Int(`SELECT count(*) FROM users WHERE handle = $1 AND email = $1 || '@example.org' AND demonstration`, handle), handle)
	}
	require.Zero(t, kit.Int(`SELECT count(*) FROM reputation_totals WHERE reputation < 1`), "nobody offered more than they had")
	require.Zero(t, kit.Int(`SELECT count(*) FROM posts WHERE created_at > now() OR activity_at > now()`), "nothing happened in the future")
}

func TestEveryCounterOfTheDemonstrationEqualsItsRows(t *testing.T) {
	t.Parallel()
	kit := withoutPeople(t)
	require.NoError(t, kit.App.Demo.Load(t.Context()))
	for _, finding := range kit.App.Doctor.Examine(t.Context(), "") {
		if finding.Name == "search engine" {
			continue // this world has none
		}
		require.Equal(t, doctor.OK, finding.State, "%s: %s", finding.Name, finding.Detail)
	}
}

func TestTheDemonstrationIsNotMixedWithPeopleWhoAreThere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	people := kit.Int(`SELECT count(*) FROM users`)
	require.ErrorContains(t, kit.App.Demo.Load(t.Context()), "people here already")
	require.Equal(t, people, kit.Int(`SELECT count(*) FROM users`))
	loaded, err := kit.App.Demo.Loaded(t.Context())
	require.NoError(t, err)
	require.False(t, loaded)
}
