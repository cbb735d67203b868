package users_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/people/spaces"
	"wellspring/pkg/people/users"
	"wellspring/pkg/testkit"
)

func names(list page.List[users.Summary]) []string {
	var found []string
	for _, person := range list.Items {
		found = append(found, person.Name)
	}
	return found
}

// write puts a post straight into a space, as the counts of people depend on no use case of content.
func write(kit *testkit.Kit, handle string, space id.Space, question, score int, tags string) int {
	kind, parent := "question", any(nil)
	if question != 0 {
		kind, parent = "answer", question
	}
	return kit.Int(`
		INSERT INTO posts (kind, question_id, space_id, author_id, body, html, renderer_version, tags, score, created_at, activity_kind, activity_at)
		VALUES ($1, $2, $3, $4, 'b', '<p>b</p>', 1, $5, $6, now(), 'asked', now()) RETURNING id`,
		kind, parent, space, kit.UserID(handle), tags, score)
}

func TestPeopleAreListedByReputationAgeOrName(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada")
	kit.Exec(`UPDATE reputation_totals SET reputation = 100 WHERE user_id = $1`, kit.UserID("noa"))
	kit.Exec(`UPDATE reputation_totals SET reputation = 50 WHERE user_id = $1`, kit.UserID("ben"))
	kit.Exec(`UPDATE users SET created_at = now() + interval '1 hour' WHERE handle = 'max'`)
	kit.Exec(`UPDATE users SET state = 'disabled' WHERE handle = 'root'`)

	list := func(filter users.Filter) page.List[users.Summary] {
		found, err := kit.App.Users.List(t.Context(), ada, filter)
		require.NoError(t, err)
		return found
	}
	require.Equal(t, []string{"Noa", "Ben", "Ada", "Mia", "Max"}, names(list(users.Filter{})))
	require.Equal(t, "Max", list(users.Filter{Sort: users.ByNewest}).Items[0].Name)
	byName := list(users.Filter{Sort: users.ByName, Request: page.Request{Number: 2, Size: 2}})
	require.Equal(t, []string{"Max", "Mia"}, names(byName))
	require.Equal(t, 5, byName.Total)
	require.Equal(t, 3, byName.Pages())

	_, err := kit.App.Users.List(t.Context(), ada, users.Filter{Sort: "shoe-size"})
	require.Equal(t, "validation", refusal(t, err).Code)
}

func TestPeopleAreFoundByAPartOfTheirNameWhateverItHolds(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	for query, want := range map[string][]string{"OA": {"Noa"}, "a": {"Ada", "Max", "Mia", "Noa"}, "%": nil, "_": nil, `\`: nil, "'": nil, "zzz": nil} {
		found, err := kit.App.Users.List(t.Context(), kit.Actor("ada"), users.Filter{Query: query, Sort: users.ByName})
		require.NoError(t, err, query)
		require.Equal(t, want, names(found), query)
		require.Equal(t, len(want), found.Total, query)
	}
}

func TestAProfileCountsOnlyWhatItsReaderMayRead(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	private, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"),
		spaces.NewSpace{Slug: "case-work", Name: "Case work", Visibility: spaces.Members, Reason: "Personal data."})
	require.NoError(t, err)
	public, err := kit.App.Spaces.Create(t.Context(), kit.Actor("root"), spaces.NewSpace{Slug: "ask-us", Name: "Ask us", Visibility: spaces.Public})
	require.NoError(t, err)

	open := write(kit, "ben", 1, 0, 2, "{postgres}")
	secret := write(kit, "ben", private, 0, 9, "{payroll}")
	answer := write(kit, "ada", 1, open, 3, "{}")
	write(kit, "ada", private, secret, 5, "{}")
	gone := write(kit, "ada", 1, 0, 1, "{postgres}")
	kit.Exec(`UPDATE posts SET accepted_answer_id = $1 WHERE id = $2`, answer, open)
	kit.Exec(`UPDATE posts SET deleted_at = now() WHERE id = $1`, gone)
	write(kit, "ada", 1, gone, 1, "{}")
	write(kit, "ada", public, 0, 0, "{opening-hours}")

	byRoot, err := kit.App.Users.Find(t.Context(), kit.Actor("root"), kit.UserID("ada"))
	require.NoError(t, err)
	require.Equal(t, [3]int{1, 2, 1}, [3]int{byRoot.QuestionCount, byRoot.AnswerCount, byRoot.AcceptedCount})
	require.Equal(t, []users.TopTag{{Name: "payroll", Score: 5, Posts: 1}, {Name: "postgres", Score: 3, Posts: 1}, {Name: "opening-hours", Posts: 1}}, byRoot.TopTags)

	byNoa, err := kit.App.Users.Find(t.Context(), kit.Actor("noa"), kit.UserID("ada"))
	require.NoError(t, err)
	require.Equal(t, [3]int{1, 1, 1}, [3]int{byNoa.QuestionCount, byNoa.AnswerCount, byNoa.AcceptedCount})
	require.Len(t, byNoa.TopTags, 2)

	visitor, err := kit.App.Auth.Visitor(t.Context())
	require.NoError(t, err)
	byVisitor, err := kit.App.Users.Find(t.Context(), visitor, kit.UserID("ada"))
	require.NoError(t, err)
	require.Equal(t, [3]int{1, 0, 0}, [3]int{byVisitor.QuestionCount, byVisitor.AnswerCount, byVisitor.AcceptedCount})
	_, err = kit.App.Users.Find(t.Context(), visitor, kit.UserID("ben"))
	require.Equal(t, "not-found", refusal(t, err).Code, "visitors know only who wrote in public")

	list, err := kit.App.Users.List(t.Context(), visitor, users.Filter{})
	require.NoError(t, err)
	require.Equal(t, []string{"Ada"}, names(list))
	require.Equal(t, 1, list.Items[0].QuestionCount)
	counts, err := kit.App.Users.Counts(t.Context(), visitor)
	require.NoError(t, err)
	require.Equal(t, users.Counts{Questions: 1, People: 1}, counts)
	counts, err = kit.App.Users.Counts(t.Context(), kit.Actor("noa"))
	require.NoError(t, err)
	require.Equal(t, users.Counts{Questions: 2, People: 6}, counts)
}

func TestAListOfPeopleCostsTwoStatementsAndAProfileTwo(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ada := kit.Actor("ada")
	before := kit.DB.Statements()
	_, err := kit.App.Users.List(t.Context(), ada, users.Filter{})
	require.NoError(t, err)
	require.LessOrEqual(t, kit.DB.Statements()-before, int64(3))
}

func TestNobodyIsFoundWhoIsNotThere(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Users.Find(t.Context(), kit.Actor("ada"), 999_999)
	require.Equal(t, "not-found", refusal(t, err).Code)
	_, err = kit.App.Users.Me(t.Context(), authz.Actor{})
	require.Equal(t, "unauthenticated", refusal(t, err).Code)
}

func TestRefsComeInOneStatement(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	refs, err := kit.App.Users.Refs(t.Context(), []id.User{kit.UserID("ada"), kit.UserID("mia"), 999_999})
	require.NoError(t, err)
	require.Len(t, refs, 2)
	require.Equal(t, "Mia", refs[kit.UserID("mia")].Name)
	require.Equal(t, authz.Moderator, refs[kit.UserID("mia")].Role)
}

func TestImportedPeopleKeepTheirNamesAndGetHandlesOfTheirOwn(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	joined := time.Date(2011, 3, 8, 12, 0, 0, 0, time.UTC)
	var people []users.ImportedUser
	for i := range 500 {
		people = append(people, users.ImportedUser{Name: []string{"John", "user\x001", "Zoë", "", "Ada"}[i%5], CreatedAt: joined, Website: "javascript:alert(1)"})
	}
	people[7].Website, people[7].AboutHTML = "https://example.org/seven", "<p>Brews.</p>"
	ids, err := kit.App.Users.Import(t.Context(), people)
	require.NoError(t, err)
	require.Len(t, ids, 500)
	require.IsIncreasing(t, ids)
	require.Equal(t, 500, kit.Int(`SELECT count(DISTINCT handle) FROM users WHERE state = 'imported'`))
	require.Equal(t, 100, kit.Int(`SELECT count(*) FROM users WHERE state = 'imported' AND name = 'John'`))
	require.Equal(t, 499, kit.Int(`SELECT count(*) FROM users WHERE state = 'imported' AND website = ''`))

	seventh, err := kit.App.Users.Find(t.Context(), kit.Actor("root"), ids[7])
	require.NoError(t, err)
	require.Equal(t, "https://example.org/seven", seventh.Website)
	require.Equal(t, "<p>Brews.</p>", seventh.AboutHTML)
	require.Equal(t, joined, seventh.JoinedAt.UTC())
	require.True(t, seventh.CanClaim)
	seventh, err = kit.App.Users.Find(t.Context(), kit.Actor("ada"), ids[7])
	require.NoError(t, err)
	require.False(t, seventh.CanClaim)
	kit.WantNoEvents("account.registered")
}

func TestASecondImportChangesOnlyPeopleWhomNobodyClaimed(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	ids, err := kit.App.Users.Import(t.Context(), []users.ImportedUser{{Name: "Old"}, {Name: "Claimed"}})
	require.NoError(t, err)
	require.NoError(t, kit.App.Users.Claim(t.Context(), ids[1], "claimed@example.org", "hash"))
	require.NoError(t, kit.App.Users.Reimport(t.Context(), []users.ImportedUser{{ID: ids[0], Name: "New"}, {ID: ids[1], Name: "New"}}))
	refs, err := kit.App.Users.Refs(t.Context(), ids)
	require.NoError(t, err)
	require.Equal(t, "New", refs[ids[0]].Name)
	require.Equal(t, "Claimed", refs[ids[1]].Name)
}

func TestAnImportThatCannotEndSaysWhy(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	_, err := kit.App.Users.Import(t.Context(), []users.ImportedUser{{Name: "Ada", Email: "ada@example.org"}})
	require.ErrorContains(t, err, "e-mail address or a handle that is taken")
	require.Zero(t, kit.Int(`SELECT count(*) FROM users WHERE handle LIKE 'ada-%'`))
	_, err = kit.App.Users.Import(t.Context(), nil)
	require.NoError(t, err)
}
