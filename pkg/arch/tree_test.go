package arch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "wellspring"

// goFile is one parsed Go file, with its path from the root of the module in slashes.
type goFile struct {
	path      string
	lines     int
	generated bool
	syntax    *ast.File
	positions *token.FileSet
}

// folder is the import path below the module: pkg/content/posts.
func (f goFile) folder() string { return path.Dir(f.path) }

func (f goFile) base() string { return path.Base(f.path) }

func (f goFile) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }

// isFixture tells tests and what only tests use from the program.
func (f goFile) isFixture() bool { return f.isTest() || isWithin(f.folder(), "pkg/testkit") }

func (f goFile) at(node ast.Node) string {
	return fmt.Sprintf("%s:%d", f.path, f.positions.Position(node.Pos()).Line)
}

// imports gives the paths of what the file imports.
func (f goFile) imports() []string {
	paths := make([]string, 0, len(f.syntax.Imports))
	for _, spec := range f.syntax.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			imported = spec.Path.Value
		}
		paths = append(paths, imported)
	}
	return paths
}

// inspect calls visit with each node of the file, from the outside in.
func (f goFile) inspect(visit func(ast.Node)) {
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		if node != nil {
			visit(node)
		}
		return true
	})
}

func isWithin(folder, parent string) bool {
	return folder == parent || strings.HasPrefix(folder, parent+"/")
}

// isForeign names folders that hold nothing written by us, wherever they stand.
func isForeign(name string) bool {
	return name == "node_modules" || name == "testdata" || name == "dist" || name == "bin" ||
		strings.HasPrefix(name, ".") && name != "."
}

// goFiles parses every Go file below the program's folders of root.
func goFiles(root string) ([]goFile, error) {
	var files []goFile
	for _, top := range []string{"api", "cmd", "pkg", "deploy"} {
		start := filepath.Join(root, top)
		if _, err := os.Stat(start); os.IsNotExist(err) {
			continue
		}
		err := filepath.WalkDir(start, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && isForeign(entry.Name()) {
				return filepath.SkipDir
			}
			if entry.IsDir() || filepath.Ext(name) != ".go" {
				return nil
			}
			file, err := parse(root, name)
			files = append(files, file)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func parse(root, name string) (goFile, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return goFile{}, err
	}
	relative, err := filepath.Rel(root, name)
	if err != nil {
		return goFile{}, err
	}
	positions := token.NewFileSet()
	syntax, err := parser.ParseFile(positions, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return goFile{}, err
	}
	return goFile{
		path:      filepath.ToSlash(relative),
		lines:     strings.Count(string(source), "\n"),
		generated: ast.IsGenerated(syntax),
		syntax:    syntax,
		positions: positions,
	}, nil
}

// checkout is the whole module, parsed once for all rules.
var checkout = sync.OnceValues(func() ([]goFile, error) { return goFiles(root) })

const root = "../.."

// wholeModule gives every Go file of the checkout.
func wholeModule(t *testing.T) []goFile {
	t.Helper()
	files, err := checkout()
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// badExample gives the Go files of one example under testdata.
func badExample(t *testing.T, name string) []goFile {
	t.Helper()
	files, err := goFiles(filepath.Join("testdata", name))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// wantNone fails with the findings, one a line, under what to do about them.
func wantNone(t *testing.T, findings []string, todo string) {
	t.Helper()
	if len(findings) > 0 {
		t.Errorf("%s\n  %s", todo, strings.Join(findings, "\n  "))
	}
}
