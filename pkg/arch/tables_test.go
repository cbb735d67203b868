package arch

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tableOwner says which package writes each table. Any package may read any table; a second writer would mean two places
// that must agree about its rules.
var tableOwner = map[string]string{
	"avatars":              "pkg/people/avatars",
	"badge_awards":         "pkg/engagement/badges",
	"badge_checks":         "pkg/engagement/badges",
	"badges":               "pkg/engagement/badges",
	"bounties":             "pkg/engagement/bounties",
	"claims":               "pkg/people/auth",
	"close_votes":          "pkg/content/moderation",
	"comment_revisions":    "pkg/content/comments",
	"comment_votes":        "pkg/content/comments",
	"comments":             "pkg/content/comments",
	"drafts":               "pkg/content/drafts",
	"event_deliveries":     "pkg/platform/bus",
	"events":               "pkg/platform/bus",
	"feed_tokens":          "pkg/people/feedtokens",
	"flags":                "pkg/content/flags",
	"follows":              "pkg/content/follows",
	"idempotency_keys":     "pkg/operations/idempotency",
	"import_refs":          "pkg/operations/transfer",
	"import_runs":          "pkg/operations/transfer",
	"imported_votes":       "pkg/content/posts",
	"kept_mails":           "pkg/engagement/mails",
	"mail_items":           "pkg/engagement/mails",
	"mail_preferences":     "pkg/engagement/mails",
	"mentions":             "pkg/content/mentions",
	"notification_threads": "pkg/engagement/notifications",
	"notifications":        "pkg/engagement/notifications",
	"organisation":         "pkg/people/users",
	"post_acts":            "pkg/content/posts",
	"post_links":           "pkg/content/posts",
	"post_words":           "pkg/platform/db", // by triggers of the schema
	"posts":                "pkg/content/posts",
	"question_templates":   "pkg/content/templates",
	"recognitions":         "pkg/engagement/notifications",
	"refresh_tokens":       "pkg/people/auth",
	"reputation_entries":   "pkg/engagement/reputation",
	"reputation_peaks":     "pkg/engagement/badges",
	"reputation_totals":    "pkg/engagement/reputation",
	"review_decisions":     "pkg/operations/reviews",
	"review_items":         "pkg/operations/reviews",
	"revisions":            "pkg/content/posts",
	"save_lists":           "pkg/content/saves",
	"saves":                "pkg/content/saves",
	"search_outbox":        "pkg/discovery/search",
	"sessions":             "pkg/people/auth",
	"sign_in_attempts":     "pkg/people/auth",
	"space_members":        "pkg/people/spaces",
	"spaces":               "pkg/people/spaces",
	"staging":              "pkg/operations/transfer", // the schema; its tables count as one
	"suggestions":          "pkg/content/suggestions",
	"tag_patterns":         "pkg/content/tags",
	"tag_revisions":        "pkg/content/tags",
	"tag_settings":         "pkg/content/tags",
	"tag_space_counts":     "pkg/content/tags",
	"tags":                 "pkg/content/tags",
	"units":                "pkg/people/units",
	"upload_uses":          "pkg/content/uploads",
	"uploads":              "pkg/content/uploads",
	"users":                "pkg/people/users",
	"views":                "pkg/content/posts",
	"votes":                "pkg/content/votes",
	"watched_tags":         "pkg/content/tags",
}

// writtenTables are the statements that change rows. UPDATE needs its SET, so that FOR UPDATE, DO UPDATE SET and plain
// English stay out. A name that is computed (%s, or the end of the text) is captured as empty.
var writtenTables = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\bINSERT\s+INTO\s+(?:public\.)?"?([a-z_]*)`),
	regexp.MustCompile(`(?i)\bDELETE\s+FROM\s+(?:ONLY\s+)?(?:public\.)?"?([a-z_]*)`),
	regexp.MustCompile(`(?i)\bMERGE\s+INTO\s+(?:public\.)?"?([a-z_]*)`),
	regexp.MustCompile(`(?i)\bTRUNCATE\s+(?:TABLE\s+)?(?:public\.)?"?([a-z_]*)`),
	regexp.MustCompile(`(?i)\bUPDATE\s+(?:ONLY\s+)?(?:public\.)?"?([a-z_]*)"?(?:\s+(?:AS\s+)?[a-z_]+)?\s+SET\b`),
	regexp.MustCompile(`(?i)\bCOPY\s+(?:public\.)?"?([a-z_]*)"?\s*(?:\([^)]*\))?\s+FROM\b`),
}

var gormWrites = []string{
	"Create", "CreateInBatches", "Save", "Update", "Updates", "UpdateColumn", "UpdateColumns", "Delete", "FirstOrCreate",
}

// foreignWrites finds statements, GORM calls and row types by which a package writes a table that is not its own.
func foreignWrites(files []goFile, owners map[string]string) []string {
	var findings []string
	for _, file := range files {
		if file.isFixture() || writesInBulk(file) {
			continue
		}
		file.inspect(func(node ast.Node) {
			for _, table := range tablesWritten(node) {
				owner, known := owners[table]
				if known && isWithin(file.folder(), owner) {
					continue
				}
				findings = append(findings, fmt.Sprintf("%s writes %s", file.at(node), describe(table, owner, known)))
			}
		})
	}
	return findings
}

// writesInBulk tells what makes whole databases: the schema itself, and the data set of the benchmark.
func writesInBulk(file goFile) bool {
	return isWithin(file.folder(), "pkg/platform/db") || isWithin(file.folder(), "cmd/bench")
}

func describe(table, owner string, known bool) string {
	switch {
	case table == "":
		return "a table whose name is computed; name it in the statement"
	case !known:
		return table + ", which is on no migration's list"
	}
	return fmt.Sprintf("%s, which %s owns", table, owner)
}

// tablesWritten gives the tables that one node of a program writes.
func tablesWritten(node ast.Node) []string {
	switch node := node.(type) {
	case *ast.BasicLit:
		return tablesInSQL(node)
	case *ast.CallExpr:
		return tableOfGormWrite(node)
	case *ast.FuncDecl:
		return tableOfRow(node)
	case *ast.CompositeLit:
		return tableOfCopy(node)
	}
	return nil
}

func tablesInSQL(literal *ast.BasicLit) []string {
	text, ok := textOf(literal)
	if !ok {
		return nil
	}
	var tables []string
	for _, statement := range writtenTables {
		for _, match := range statement.FindAllStringSubmatch(text, -1) {
			tables = append(tables, strings.ToLower(match[1]))
		}
	}
	return tables
}

// tableOfGormWrite reads db.Table("posts").Where(...).Updates(...).
func tableOfGormWrite(call *ast.CallExpr) []string {
	if !slices.Contains(gormWrites, calledName(call)) {
		return nil
	}
	for receiver := receiverOf(call); receiver != nil; receiver = receiverOf(receiver) {
		if calledName(receiver) != "Table" || len(receiver.Args) == 0 {
			continue
		}
		if name, ok := textOf(receiver.Args[0]); ok {
			table, _, _ := strings.Cut(name, " ")
			return []string{table}
		}
	}
	return nil
}

func receiverOf(call *ast.CallExpr) *ast.CallExpr {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	receiver, _ := selector.X.(*ast.CallExpr)
	return receiver
}

// tableOfRow reads func (row) TableName() string { return "posts" }: rows of other tables are read with Table or Raw.
func tableOfRow(method *ast.FuncDecl) []string {
	if method.Recv == nil || method.Name.Name != "TableName" || method.Body == nil {
		return nil
	}
	for _, statement := range method.Body.List {
		result, ok := statement.(*ast.ReturnStmt)
		if !ok || len(result.Results) != 1 {
			continue
		}
		if name, ok := textOf(result.Results[0]); ok {
			return []string{name}
		}
	}
	return nil
}

// tableOfCopy reads pgx.Identifier{"posts"}, the name of a table for CopyFrom.
func tableOfCopy(literal *ast.CompositeLit) []string {
	selector, ok := literal.Type.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "Identifier" || len(literal.Elts) == 0 {
		return nil
	}
	if name, ok := textOf(literal.Elts[len(literal.Elts)-1]); ok {
		return []string{name}
	}
	return nil
}

func textOf(expression ast.Expr) (string, bool) {
	literal, ok := expression.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

// tablesIn gives the tables that stand after all migrations of a folder.
func tablesIn(t *testing.T, folder string) []string {
	t.Helper()
	changes := regexp.MustCompile(`(?i)\b(CREATE|DROP)\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?"?([a-z_]+)`)
	names, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	require.NoError(t, err)
	tables := map[string]bool{}
	for _, name := range names {
		sql, err := os.ReadFile(name)
		require.NoError(t, err)
		up, _, _ := strings.Cut(string(sql), "-- +goose Down")
		for _, change := range changes.FindAllStringSubmatch(up, -1) {
			tables[change[2]] = strings.EqualFold(change[1], "CREATE")
		}
	}
	maps.DeleteFunc(tables, func(_ string, stands bool) bool { return !stands })
	return slices.Sorted(maps.Keys(tables))
}

func TestEachTableIsWrittenByItsOwnerOnly(t *testing.T) {
	t.Parallel()
	wantNone(t, foreignWrites(wholeModule(t), tableOwner),
		"Call the owning package, or publish an event it subscribes to; reading with SQL is fine:")
}

func TestWritesToForeignTablesAreFound(t *testing.T) {
	t.Parallel()
	owners := map[string]string{"votes": "pkg/content/votes", "users": "pkg/people/users", "reputation_totals": "pkg/engagement/reputation"}
	require.Equal(t, []string{
		"pkg/content/votes/store.go:9 writes users, which pkg/people/users owns",
		"pkg/content/votes/store.go:10 writes reputation_totals, which pkg/engagement/reputation owns",
		"pkg/content/votes/store.go:11 writes users, which pkg/people/users owns",
		"pkg/content/votes/store.go:12 writes thanks, which is on no migration's list",
		"pkg/content/votes/store.go:13 writes a table whose name is computed; name it in the statement",
		"pkg/content/votes/store.go:18 writes users, which pkg/people/users owns",
		"pkg/content/votes/store.go:21 writes users, which pkg/people/users owns",
		"pkg/content/votes/store.go:23 writes users, which pkg/people/users owns",
	}, foreignWrites(badExample(t, "tables"), owners))
}

func TestEveryTableHasAnOwner(t *testing.T) {
	t.Parallel()
	tables := tablesIn(t, filepath.Join(root, "pkg/platform/db/migrations"))
	require.Equal(t, tables, slices.Sorted(maps.Keys(tableOwner)),
		"Say in tableOwner (pkg/arch/tables_test.go) which package writes each table of the migrations, and no other.")
}

func TestOwnersOfTablesExist(t *testing.T) {
	t.Parallel()
	var gone []string
	for table, owner := range tableOwner {
		if _, err := os.Stat(filepath.Join(root, owner)); err != nil {
			gone = append(gone, fmt.Sprintf("%s of %s", owner, table))
		}
	}
	slices.Sort(gone)
	wantNone(t, gone, "Name a package that exists in tableOwner (pkg/arch/tables_test.go):")
}

func TestDroppedTablesNeedNoOwner(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"users", "votes"}, tablesIn(t, "testdata/tables"))
}
