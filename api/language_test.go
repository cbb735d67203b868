package api

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// formatAt tells which argument of a function is a sentence for people.
var formatAt = map[string]int{
	"NotFound": 0, "Forbidden": 0, "SignInFirst": 0, "Down": 0, "Conflict": 1, "TooMany": 1,
	"Add": 2, "Check": 3, "newProblem": 3, "say": 1,
}

func TestEverySentenceHasAGermanOne(t *testing.T) {
	t.Parallel()
	sentences := sentencesOf(t, "../api", "../pkg")
	require.Greater(t, len(sentences), 50, "the search for sentences must find them")
	catalogue := german()
	for format, place := range sentences {
		translated, ok := catalogue[format]
		if !ok {
			t.Errorf("%s: add a German line to api/locales/de.json for %q", place, format)
			continue
		}
		require.Equal(t, verbs(format), verbs(translated), "the German line for %q takes other values", format)
	}
	for format := range catalogue {
		_, used := sentences[format]
		if !used && !isStatusText(format) {
			t.Errorf("api/locales/de.json has a line that nothing says: %q", format)
		}
	}
}

func isStatusText(text string) bool {
	statuses := []string{
		"Bad Request", "Unauthorized", "Forbidden", "Not Found", "Method Not Allowed", "Not Acceptable", "Conflict",
		"Request Entity Too Large", "Unsupported Media Type", "Unprocessable Entity", "Too Many Requests",
		"Internal Server Error", "Service Unavailable",
	}
	return slices.Contains(statuses, text)
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

func verbs(format string) []string {
	found := verb.FindAllString(strings.ReplaceAll(format, "%%", ""), -1)
	slices.Sort(found)
	return found
}

// sentencesOf finds every sentence in the Go files below the folders, tests left out.
func sentencesOf(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			collect(files, file, found)
			return nil
		})
		require.NoError(t, err)
	}
	return found
}

func collect(files *token.FileSet, file *ast.File, found map[string]string) {
	constants := constantsOf(file)
	ast.Inspect(file, func(node ast.Node) bool {
		if literal, ok := node.(*ast.KeyValueExpr); ok {
			if name, ok := literal.Key.(*ast.Ident); ok && name.Name == "Format" {
				note(files, literal.Value, constants, found)
			}
		}
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		at, known := formatAt[called(call)]
		if known && len(call.Args) > at {
			note(files, call.Args[at], constants, found)
		}
		return true
	})
}

func called(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.Ident:
		return function.Name
	case *ast.SelectorExpr:
		return function.Sel.Name
	}
	return ""
}

func note(files *token.FileSet, expression ast.Expr, constants, found map[string]string) {
	if text, ok := textOf(expression, constants); ok && strings.ContainsAny(text, " ") {
		found[text] = files.Position(expression.Pos()).String()
	}
}

func textOf(expression ast.Expr, constants map[string]string) (string, bool) {
	switch typed := expression.(type) {
	case *ast.BasicLit:
		if typed.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(typed.Value)
		return text, err == nil
	case *ast.Ident:
		text, ok := constants[typed.Name]
		return text, ok
	case *ast.BinaryExpr:
		left, okLeft := textOf(typed.X, constants)
		right, okRight := textOf(typed.Y, constants)
		return left + right, okLeft && okRight
	}
	return "", false
}

func constantsOf(file *ast.File) map[string]string {
	constants := map[string]string{}
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) != len(spec.Names) {
			return true
		}
		for i, name := range spec.Names {
			if text, ok := textOf(spec.Values[i], constants); ok {
				constants[name.Name] = text
			}
		}
		return true
	})
	return constants
}

func TestTheGermanCatalogueIsSortedAndHasNoDoubles(t *testing.T) {
	t.Parallel()
	raw, err := locales.ReadFile("locales/de.json")
	require.NoError(t, err)
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	var keys []string
	_, err = decoder.Token()
	require.NoError(t, err)
	for decoder.More() {
		key, err := decoder.Token()
		require.NoError(t, err)
		_, err = decoder.Token()
		require.NoError(t, err)
		keys = append(keys, key.(string))
	}
	require.True(t, slices.IsSorted(keys), "sort api/locales/de.json by its keys")
	require.Len(t, slices.Compact(keys), len(german()))
}
