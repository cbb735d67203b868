package questions

import (
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// Statement is SQL with its arguments, for tests that look at plans.
type Statement struct {
	SQL  string
	Args []any
}

// Hiding has a filter leave out the questions with tags of these patterns.
func Hiding(filter Filter, patterns ...string) Filter {
	filter.hidden = patterns
	return filter
}

// ListStatements gives what a list may run: a first page, the number of rows and the whole order.
func ListStatements(actor authz.Actor, filter Filter) map[string]Statement {
	c := choose(actor, filter)
	return map[string]Statement{
		"page":  {pageSQL(c, filter.Page.Normal()), c.args},
		"count": {countSQL(c), c.args},
		"order": {orderSQL(c), c.args},
	}
}

// PageStatements gives what a question page may run.
func PageStatements(question, answer id.Post, reader id.User) map[string]Statement {
	made := newStatements()
	statements := map[string]Statement{
		"answer":  {made.answer, []any{answer}},
		"viewer":  {viewerStatement, []any{int64(reader), int64(question)}},
		"by ids":  {byIDsSQL, []any{[]int64{int64(question)}, []int64{1}}},
		"answers": {made.answers[Best], []any{question, 30, 0}},
	}
	for order, sql := range made.page {
		statements["page by "+string(order)] = Statement{sql, []any{question}}
	}
	return statements
}
