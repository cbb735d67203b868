// Package arch holds the rules of the architecture as Go tests, so that a change which breaks one fails with the way out.
// Each rule is a function from a source tree to its findings; its test runs it over the whole checkout, and a second test
// over a small bad example under testdata, so that a rule which has gone blind is noticed. What a rule permits stands at the
// top of its file: the layers and siblings in layers_test.go, the writers of each table in tables_test.go, the folders in
// layout_test.go. What golangci-lint can say by itself (which library belongs where) stands in .golangci.yml instead.
package arch
