package search

import (
	"strconv"

	"wellspring/pkg/kernel/id"
)

// Everybody stands among a document's Readers for all who are signed in; no space has this id.
const Everybody id.Space = 0

// Document is what the engine knows of one thing, which is what it needs to find and to order; the rest of a hit comes
// from the database. Whoever changes its shape raises the index's version in search/meili.
type Document struct {
	// Key is unique in the index.
	Key   string   `json:"key"`
	Kind  string   `json:"kind"`
	ID    int64    `json:"id"`
	Title string   `json:"title"`
	Tags  []string `json:"tags"`
	// Body is plain text.
	Body string `json:"body"`
	// Context is the title of an answer's question, or a person's handle.
	Context string `json:"context"`
	// Space is where a post lies; 0 for people and tags.
	Space id.Space `json:"space"`
	// Readers are the spaces of which a reader must read one.
	Readers  []id.Space `json:"readers"`
	Author   id.User    `json:"author"`
	State    []string   `json:"state"`
	Score    int        `json:"score"`
	Answers  int        `json:"answers"`
	Accepted int        `json:"accepted"`
	HasCode  bool       `json:"hasCode"`
	// Created is in Unix seconds.
	Created int64 `json:"created"`
}

// Kinds of rows in the outbox.
const (
	outboxPost = "post"
	outboxTag  = "tag"
	outboxUser = "user"
	// outboxTagged names a question, and means the tags it has by the time of delivery.
	outboxTagged = "tagged"
)

// key names a document in the index: the first letter of its kind in the outbox and its id.
func key(kind string, id int64) string { return kind[:1] + strconv.FormatInt(id, 10) }

// outboxKind is the kind of outbox row by which a kind of document is noted.
func outboxKind(kind string) string {
	switch kind {
	case KindPerson:
		return outboxUser
	case KindTag:
		return outboxTag
	default:
		return outboxPost
	}
}

// StatesOf gives the states in which a question is.
func StatesOf(answers int, accepted, closed bool) []string {
	states := []string{Unanswered}
	if answers > 0 {
		states = []string{Answered}
	}
	if accepted {
		states = append(states, Solved)
	}
	if closed {
		states = append(states, Closed)
	}
	return states
}
