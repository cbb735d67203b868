package arch

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// constantCalls make values that cannot change, or that fill themselves once.
var constantCalls = []string{
	"Errorf", "New", "MustCompile", "NewReplacer", "OnceFunc", "OnceValue", "OnceValues", "TypeFor", "MustParse",
}

// packageState finds package-level variables that are more than a table, an error or a pattern: whatever can change
// belongs in a value that is built in pkg/app and handed to those who need it. One variable may change from outside the
// program: main's version, which the linker sets.
func packageState(files []goFile) []string {
	written := writtenNames(files)
	var findings []string
	for _, file := range files {
		if file.isFixture() || file.generated {
			continue
		}
		for _, declaration := range file.syntax.Decls {
			variables, ok := declaration.(*ast.GenDecl)
			if !ok || variables.Tok != token.VAR || isEmbedded(variables) {
				continue
			}
			for _, spec := range variables.Specs {
				findings = append(findings, stateIn(file, spec.(*ast.ValueSpec), written)...)
			}
		}
	}
	return findings
}

func stateIn(file goFile, spec *ast.ValueSpec, written map[string]bool) []string {
	var findings []string
	for index, name := range spec.Names {
		switch {
		case name.Name == "_":
		case len(spec.Values) <= index:
			findings = append(findings, fmt.Sprintf("%s %s has no value of its own, so somebody gives it one later", file.at(spec), name.Name))
		case !isConstant(spec.Values[index]):
			findings = append(findings, fmt.Sprintf("%s %s is computed when the program loads", file.at(spec), name.Name))
		case written[file.folder()+"."+name.Name]:
			findings = append(findings, fmt.Sprintf("%s %s is changed while the program runs", file.at(spec), name.Name))
		}
	}
	return findings
}

func isEmbedded(variables *ast.GenDecl) bool {
	return variables.Doc != nil && slices.ContainsFunc(variables.Doc.List, func(comment *ast.Comment) bool {
		return len(comment.Text) > 8 && comment.Text[:8] == "//go:emb"
	})
}

// isConstant tells literals, tables of them, and calls whose result does not change.
func isConstant(value ast.Expr) bool {
	constant := true
	ast.Inspect(value, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if name := calledName(node); name != "" && !slices.Contains(constantCalls, name) && !isFormed(node) {
				constant = false
			}
		}
		return constant
	})
	return constant
}

// isFormed tells string(x), id.Post(1) and column("a", "b") from calls that go and fetch something: what they make is made
// of the literals and names that stand there.
func isFormed(call *ast.CallExpr) bool {
	for _, argument := range call.Args {
		switch argument.(type) {
		case *ast.BasicLit, *ast.Ident, *ast.SelectorExpr:
		default:
			return false
		}
	}
	return len(call.Args) > 0
}

// writtenNames gives what a package assigns to, counts up, deletes from or takes the address of. Names that a function
// declares itself are its own, and do not count.
func writtenNames(files []goFile) map[string]bool {
	written := map[string]bool{}
	for _, file := range files {
		for _, declaration := range file.syntax.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if !ok || function.Body == nil || file.isTest() {
				continue
			}
			own := ownNames(function)
			for _, name := range writesOf(function.Body) {
				if !own[name] {
					written[file.folder()+"."+name] = true
				}
			}
		}
	}
	return written
}

func ownNames(function *ast.FuncDecl) map[string]bool {
	own := map[string]bool{}
	ast.Inspect(function, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.Field:
			for _, name := range node.Names {
				own[name.Name] = true
			}
		case *ast.ValueSpec:
			for _, name := range node.Names {
				own[name.Name] = true
			}
		case *ast.AssignStmt:
			if node.Tok == token.DEFINE {
				for _, left := range node.Lhs {
					own[rootName(left)] = true
				}
			}
		}
		return true
	})
	return own
}

func writesOf(body *ast.BlockStmt) []string {
	var names []string
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.AssignStmt:
			for _, left := range node.Lhs {
				names = append(names, rootName(left))
			}
		case *ast.IncDecStmt:
			names = append(names, rootName(node.X))
		case *ast.UnaryExpr:
			if node.Op == token.AND {
				names = append(names, rootName(node.X))
			}
		case *ast.CallExpr:
			if called := calledName(node); (called == "delete" || called == "clear") && len(node.Args) > 0 {
				names = append(names, rootName(node.Args[0]))
			}
		}
		return true
	})
	return names
}

// rootName gives cache for cache[key], cache.field and *cache.
func rootName(expression ast.Expr) string {
	switch expression := expression.(type) {
	case *ast.Ident:
		return expression.Name
	case *ast.IndexExpr:
		return rootName(expression.X)
	case *ast.SelectorExpr:
		return rootName(expression.X)
	case *ast.StarExpr:
		return rootName(expression.X)
	}
	return ""
}

func TestPackagesKeepNoState(t *testing.T) {
	t.Parallel()
	wantNone(t, packageState(wholeModule(t)),
		"Put what can change into a struct that pkg/app builds; a table, an error or a pattern may stay, if nothing changes it:")
}

func TestStateOfPackagesIsFound(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{
		"pkg/content/posts/posts.go:21 lock has no value of its own, so somebody gives it one later",
		"pkg/content/posts/posts.go:22 cache is changed while the program runs",
		"pkg/content/posts/posts.go:23 seen has no value of its own, so somebody gives it one later",
		"pkg/content/posts/posts.go:24 count is changed while the program runs",
		"pkg/content/posts/posts.go:25 loose is computed when the program loads",
	}, packageState(badExample(t, "state")))
}
