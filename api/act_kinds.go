package api

import (
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// actKind says what was done to a post beside writing it, and deedKind what happened to it. The document lists both from
// one place, so that whatever shows them learns of a new kind.
type (
	actKind  string
	deedKind string
)

var (
	actKinds = []any{
		"closed", "reopened", "locked", "unlocked", "pinned", "unpinned", "protected", "unprotected", "deleted", "undeleted", "merged",
		"from-comment", "to-comment", "bounty-offered", "bounty-awarded", "bounty-returned", "bounty-lapsed",
	}
	deedKinds = []any{"asked", "answered", "edited", "accepted", "commented", "voted", "suggested", "rejected"}
)

func (actKind) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Enum: actKinds}
}

func (deedKind) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Enum: slices.Concat(deedKinds, actKinds)}
}
