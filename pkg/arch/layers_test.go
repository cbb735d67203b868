package arch

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// layers stand in import order: a package imports its own layer and those above it in this list.
// Layers that share a row never see each other.
var layers = [][]string{
	{"pkg/kernel"},
	{"pkg/platform"},
	{"pkg/people"},
	{"pkg/content"},
	{"pkg/engagement", "pkg/discovery"},
	{"pkg/operations"},
	{"pkg/app"},
	{"api"},
	{"cmd"},
}

// trunks are the packages on which the others of their layer stand: every sibling may import them.
var trunks = []string{
	"pkg/kernel/fault", "pkg/kernel/id",
	"pkg/platform/clock", "pkg/platform/db",
	"pkg/people/spaces", // who may see what
	"pkg/content/posts",
}

// siblings lists who else may import whom within a layer. A package and those inside its folder need no entry.
// Tests may set the scene with any of their layer. A new entry is a decision: first ask whether an event, or a fact passed in as an argument, would do.
var siblings = map[string][]string{
	"pkg/people/auth":       {"pkg/people/users"},
	"pkg/people/avatars":    {"pkg/people/users"}, // a face is worn in the transaction that keeps it
	"pkg/content/questions": {"pkg/content/tags"},
	"pkg/content/answers":   {"pkg/content/questions"}, // a question and its asker's answer are one deed
	// A text is rendered with the people it mentions and the pictures it shows, in the transaction that writes it.
	"pkg/content/posts":    {"pkg/content/mentions", "pkg/content/uploads"},
	"pkg/content/comments": {"pkg/content/mentions", "pkg/content/uploads"},
	// What is suggested has the rules of an edit and becomes one.
	"pkg/content/suggestions": {"pkg/content/answers", "pkg/content/questions"},
	"pkg/engagement/mails":    {"pkg/engagement/notifications"}, // a mail tells what the inbox holds
	"pkg/operations/demo":     {"pkg/operations/reviews"},       // new posts wait in the queues as they do elsewhere
}

// layerOf gives the place of a folder in layers: its row, and its name.
func layerOf(folder string) (row int, name string, ok bool) {
	for row, names := range layers {
		for _, name := range names {
			if isWithin(folder, name) {
				return row, name, true
			}
		}
	}
	return 0, "", false
}

// wrongImports finds imports against the order of layers, and siblings that are not on the list.
func wrongImports(files []goFile) []string {
	var findings []string
	for _, file := range files {
		for _, imported := range file.imports() {
			folder, ours := strings.CutPrefix(imported, module+"/")
			if !ours {
				continue
			}
			if reason := refuseImport(file, folder); reason != "" {
				findings = append(findings, fmt.Sprintf("%s imports %s: %s", file.path, folder, reason))
			}
		}
	}
	return findings
}

// refuseImport says why the file may not import the folder, or nothing.
func refuseImport(file goFile, folder string) string {
	from := file.folder()
	if file.isTest() && folder == "pkg/app" {
		return "" // a test that stops servers builds an app of its own
	}
	if isWithin(folder, "pkg/testkit") {
		if file.isFixture() {
			return ""
		}
		return "the program never imports what is made for tests"
	}
	fromRow, fromLayer, fromKnown := layerOf(from)
	toRow, toLayer, toKnown := layerOf(folder)
	switch {
	case isWithin(from, "pkg/testkit") || isWithin(folder, from) || isWithin(from, folder):
		return ""
	case !fromKnown || !toKnown:
		return "one of them belongs to no layer"
	case toRow > fromRow:
		return fmt.Sprintf("%s stands below %s", fromLayer, toLayer)
	case fromLayer == toLayer && file.isTest():
		return ""
	case fromLayer == toLayer:
		return refuseSibling(from, folder, fromLayer)
	case toRow == fromRow:
		return fmt.Sprintf("%s and %s never see each other", fromLayer, toLayer)
	}
	return ""
}

func refuseSibling(from, folder, layer string) string {
	from, folder = packageIn(layer, from), packageIn(layer, folder)
	if from == folder || slices.Contains(trunks, folder) || slices.Contains(siblings[from], folder) {
		return ""
	}
	return "siblings that are not on the list"
}

// packageIn cuts a folder down to the package directly inside the layer: pkg/discovery/search for its meili.
func packageIn(layer, folder string) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(folder, layer), "/")
	first, _, _ := strings.Cut(rest, "/")
	return path.Join(layer, first)
}

const importOrder = "Imports go one way: kernel <- platform <- people <- content <- {engagement, discovery} <- operations <- app <- api <- cmd.\n" +
	"Publish an event, take the fact as an argument, or move the code to the layer that may know both;\n" +
	"for two packages of one layer that truly belong together, add them to `siblings` in pkg/arch/layers_test.go:"

func TestImportsFollowTheLayers(t *testing.T) {
	t.Parallel()
	wantNone(t, wrongImports(wholeModule(t)), importOrder)
}

func TestImportsAgainstTheLayersAreFound(t *testing.T) {
	t.Parallel()
	require.ElementsMatch(t, []string{
		"pkg/content/posts/posts.go imports pkg/engagement/badges: pkg/content stands below pkg/engagement",
		"pkg/content/posts/posts.go imports pkg/content/tags: siblings that are not on the list",
		"pkg/content/posts/posts.go imports pkg/testkit: the program never imports what is made for tests",
		"pkg/engagement/badges/badges.go imports pkg/discovery/search: pkg/engagement and pkg/discovery never see each other",
	}, wrongImports(badExample(t, "layers")))
}

func TestSiblingsOnTheListExist(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, file := range wholeModule(t) {
		known[file.folder()] = true
	}
	listed := slices.Clone(trunks)
	for from, folders := range siblings {
		listed = append(append(listed, from), folders...)
	}
	gone := slices.DeleteFunc(listed, func(folder string) bool { return known[folder] })
	wantNone(t, gone, "Take these packages off `trunks` or `siblings` in pkg/arch/layers_test.go, they do not exist:")
}
