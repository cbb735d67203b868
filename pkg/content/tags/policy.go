package tags

import "wellspring/pkg/kernel/authz"

// CanEdit says whether the actor may write a tag's description and wiki.
func CanEdit(actor authz.Actor) error { return actor.Need(authz.EditTags) }
