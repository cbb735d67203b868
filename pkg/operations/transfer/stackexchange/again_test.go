package stackexchange_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/transfer/stackexchange"
	"wellspring/pkg/testkit"
)

// tryImport imports with options that tests change.
func tryImport(kit *testkit.Kit, folder string, change func(*stackexchange.Options)) (stackexchange.Report, error) {
	options := stackexchange.Options{Space: "beer"}
	change(&options)
	return kit.App.StackExchange.Import(context.Background(), folder, options)
}

// withoutFile copies a dump, and leaves a file out.
func withoutFile(t *testing.T, folder, name string) string {
	t.Helper()
	dump := filepath.Join(t.TempDir(), filepath.Base(folder))
	require.NoError(t, os.CopyFS(dump, os.DirFS(folder)))
	require.NoError(t, os.Remove(filepath.Join(dump, name)))
	return dump
}

func TestANewerDumpBringsEverythingUpToDate(t *testing.T) {
	t.Parallel()
	alone, twice := testkit.New(t), bread(t)
	importDump(t, alone, bread2021)
	report := importDump(t, twice, bread2021)
	require.Equal(t, stackexchange.Tally{New: 1, Changed: 2, Unchanged: 1, Removed: 1}, report.Kinds["people"])
	wantSameContent(t, contentOf(t, alone), contentOf(t, twice))
	wantSound(t, twice)
	require.Equal(t, []string{"c++", "ovens", "sourdough"}, lines(t, twice, `SELECT name FROM tags ORDER BY name`))
	require.Equal(t, "user7", line(t, twice, `SELECT author_name, author_id FROM posts WHERE id = `+localPost+`16)`))
}

func TestWhatComesBackInALaterDumpIsBack(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	before := contentOf(t, kit)
	importDump(t, kit, bread2021)
	_, err := tryImport(kit, bread2019, func(o *stackexchange.Options) { o.Force = true })
	require.NoError(t, err)
	wantSameContent(t, before, contentOf(t, kit))
	wantSound(t, kit)
}

func TestAnOlderDumpIsRefusedUnlessForced(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	importDump(t, kit, bread2021)
	before := contentOf(t, kit)
	_, err := tryImport(kit, bread2019, func(*stackexchange.Options) {})
	require.ErrorContains(t, err, "this dump ends on 2019-05-30, and bread.stackexchange.com was imported up to 2021-05-30 already")
	wantSameContent(t, before, contentOf(t, kit))
}

func TestASiteIsKnownByItsBirthWhateverTheFolderIsCalled(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	folder := filepath.Join(t.TempDir(), "something-else")
	require.NoError(t, os.CopyFS(folder, os.DirFS(bread2021)))
	require.Equal(t, "bread.stackexchange.com", importDump(t, kit, folder).Site)
}

func TestAnotherSiteUnderTheSameNameIsRefused(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	importDump(t, kit, bread2019)
	other := filepath.Join(t.TempDir(), "bread")
	require.NoError(t, os.CopyFS(other, os.DirFS(bread2021)))
	users := filepath.Join(other, "Users.xml")
	text, err := os.ReadFile(users)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(users, replaced(t, text, "2017-03-01T08:00:00.000", "2009-03-01T08:00:00.000"), 0o600))
	_, err = tryImport(kit, other, func(*stackexchange.Options) {})
	require.ErrorContains(t, err, "this is not a dump of bread.stackexchange.com as it was imported before")
}

func TestTwoSitesLiveSideBySide(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	_, err := tryImport(kit, bread2019, func(o *stackexchange.Options) { o.Site, o.Space = "rye.example.org", "rye" })
	require.NoError(t, err)
	require.Equal(t, 12, kit.Int(`SELECT count(*) FROM posts`))
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM tags`), "tags merge by name")
	require.Equal(t, 4, kit.Int(`SELECT question_count FROM tags WHERE name = 'sourdough'`))
	wantSound(t, kit)
}

func TestImportedTagsMergeWithThoseThatAreThere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	kit.Ask("ada", "Where is the oven of the canteen?", "sourdough")
	kit.As("mia").Put("/tags/sourdough", map[string]any{"description": "Our own words.", "wiki": "", "version": 1}).Want(200)
	report := importDump(t, kit, bread2019)
	require.Equal(t, 1, report.Notes["tags that people here have written about, whose texts stay as they are here"])
	require.Equal(t, "Our own words. | 3", line(t, kit, `SELECT description, question_count FROM tags WHERE name = 'sourdough'`))
	wantSound(t, kit)
}

func TestTagWithATemplateOutlivesTheDumpThatHeldIt(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	kit.As("mia").Post("/question-templates", map[string]any{"name": "Bread without yeast", "body": "Which flour?", "tag": "yeast-free"}).Want(201)
	importDump(t, kit, bread2021)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM question_templates q JOIN tags t ON t.id = q.tag_id WHERE t.name = 'yeast-free'`))
	require.Zero(t, kit.Int(`SELECT count(*) FROM tags WHERE name = 'oven'`))
	wantSound(t, kit)
}

func TestWhatPeopleHereDidSinceWins(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	question := kit.Int(`SELECT ` + localPost + `10)`)
	var read struct{ Question struct{ Version int } }
	kit.As("mia").Get("/questions/%d", question).Want(200).JSON(&read)
	kit.As("mia").Put(path("/questions/%d", question), map[string]any{
		"title": "Why does my starter smell of acetone?", "body": "Ours.", "tags": []string{"sourdough"}, "version": read.Question.Version,
	}).Want(200)
	kit.As("ada").Post(path("/questions/%d/answers", question), map[string]any{"body": "It wants flour."}).Want(201)
	report := importDump(t, kit, bread2021)
	require.Equal(t, 1, report.Notes["posts that were edited here since, whose texts stay as they are here"])
	require.Equal(t, "Ours. | 3", line(t, kit, `SELECT body, answer_count FROM posts WHERE id = $1`, question))
	require.Equal(t, 2, kit.Int(`SELECT score FROM posts WHERE id = $1`, question), "votes follow the dump")
	wantSound(t, kit)
}

func TestWhatWasReopenedAndUnlockedHereStaysSo(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	duplicate := kit.Int(`SELECT ` + localPost + `13)`)
	kit.As("mia").Delete("/questions/%d/marks/locked", duplicate).Want(200)
	kit.As("mia").Put(path("/questions/%d/reopening", duplicate), map[string]any{"note": "It is another case."}).Want(200)
	importDump(t, kit, bread2021)
	require.Equal(t, 1, kit.Int(`SELECT count(*) FROM posts WHERE id = $1 AND closed_at IS NULL AND locked_at IS NULL`, duplicate))
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM post_acts WHERE post_id = $1`, duplicate), "closed there, unlocked and reopened here")
	wantSound(t, kit)
}

func TestAClaimedPersonKeepsTheirOwnProfile(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	kit.Exec(`UPDATE users SET state = 'active', email = 'anna@example.org', location = 'Here' WHERE name = 'Anna Åkerblom'`)
	importDump(t, kit, bread2021)
	require.Equal(t, "Here | 131", line(t, kit, `
		SELECT u.location, t.reputation FROM users u JOIN reputation_totals t ON t.user_id = u.id WHERE u.email = 'anna@example.org'`))
}

func TestVotesHereOnAPostThatTheSiteDeletedAreTakenBack(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	kit.As("ben").Put(path("/posts/%d/vote", kit.Int(`SELECT `+localPost+`16)`)), map[string]any{"value": 1}).Want(200)
	dump := filepath.Join(t.TempDir(), "bread")
	require.NoError(t, os.CopyFS(dump, os.DirFS(bread2019)))
	require.NoError(t, os.WriteFile(filepath.Join(dump, "Posts.xml"), linesWithout(t, filepath.Join(bread2019, "Posts.xml"), `Id="16"`), 0o600))
	importDump(t, kit, dump)
	dora := `SELECT reputation FROM reputation_totals JOIN users ON users.id = user_id WHERE name = 'Dora'`
	require.Equal(t, 1, kit.Int(dora))
	importDump(t, kit, bread2019)
	require.Equal(t, 21, kit.Int(dora), "the post is back, and what it had earned here and there")
	wantSound(t, kit)
}

func TestADumpMayLackAnyFileButThePosts(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Users.xml", "Tags.xml", "PostHistory.xml", "Votes.xml", "Comments.xml", "PostLinks.xml", "Badges.xml"} {
		kit := bread(t)
		before := contentOf(t, kit)
		// Without a file the youngest date of the dump may be older than that of the whole one.
		report, err := tryImport(kit, withoutFile(t, bread2019, name), func(o *stackexchange.Options) { o.Force = true })
		require.NoError(t, err, name)
		require.Equal(t, []string{name}, report.Absent)
		if name != "PostHistory.xml" && name != "Tags.xml" {
			wantSameContent(t, before, contentOf(t, kit))
		}
		fresh := testkit.New(t)
		importDump(t, fresh, withoutFile(t, bread2019, name))
		require.Equal(t, 6, fresh.Int(`SELECT count(*) FROM posts`), name)
		wantSound(t, fresh)
	}
	_, err := tryImport(testkit.New(t), withoutFile(t, bread2019, "Posts.xml"), func(*stackexchange.Options) {})
	require.ErrorContains(t, err, "holds no Posts.xml; unpack the archive")
}
