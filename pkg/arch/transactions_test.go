package arch

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// beginsNoTransaction tells files in which a transaction would begin too low (a store, a policy) or too high (HTTP, the
// terminal, the composition root): only a use case knows what belongs together.
func beginsNoTransaction(file goFile) bool {
	if file.isFixture() {
		return false
	}
	if strings.HasPrefix(file.base(), "store") || strings.HasPrefix(file.base(), "policy") {
		return true
	}
	return slices.ContainsFunc([]string{"api", "cmd", "pkg/app", "pkg/kernel"}, func(layer string) bool {
		return isWithin(file.folder(), layer)
	})
}

// misplacedTransactions finds calls of InTx outside use-case files.
func misplacedTransactions(files []goFile) []string {
	var findings []string
	for _, file := range files {
		if !beginsNoTransaction(file) {
			continue
		}
		file.inspect(func(node ast.Node) {
			call, ok := node.(*ast.CallExpr)
			if ok && calledName(call) == "InTx" {
				findings = append(findings, file.at(call))
			}
		})
	}
	return findings
}

// calledName gives the last word of what is called: InTx for s.db.InTx(...).
func calledName(call *ast.CallExpr) string {
	switch called := call.Fun.(type) {
	case *ast.SelectorExpr:
		return called.Sel.Name
	case *ast.Ident:
		return called.Name
	}
	return ""
}

// gormHooks finds methods that GORM would call by their name, out of the reader's sight.
func gormHooks(files []goFile) []string {
	hooks := []string{
		"BeforeSave", "BeforeCreate", "BeforeUpdate", "BeforeDelete",
		"AfterSave", "AfterCreate", "AfterUpdate", "AfterDelete", "AfterFind",
	}
	var findings []string
	for _, file := range files {
		for _, declaration := range file.syntax.Decls {
			method, ok := declaration.(*ast.FuncDecl)
			if ok && method.Recv != nil && slices.Contains(hooks, method.Name.Name) {
				findings = append(findings, fmt.Sprintf("%s %s", file.at(method), method.Name.Name))
			}
		}
	}
	return findings
}

func TestTransactionsBeginInUseCases(t *testing.T) {
	t.Parallel()
	wantNone(t, misplacedTransactions(wholeModule(t)),
		"Begin the transaction in the use case, with db.InTx; stores take their handle from the context, and callers above make one call:")
}

func TestTransactionsInStoresAndHandlersAreFound(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"api/votes.go:10", "pkg/content/votes/store.go:14"},
		misplacedTransactions(badExample(t, "transactions")))
}

func TestThereAreNoGormHooks(t *testing.T) {
	t.Parallel()
	wantNone(t, gormHooks(wholeModule(t)), "Call these from the use case, where the reader sees them; GORM hooks run unseen:")
}

func TestGormHooksAreFound(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"pkg/content/votes/store.go:18 BeforeCreate"}, gormHooks(badExample(t, "transactions")))
}
