package spaces

import (
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

// Visible is the one condition that keeps a reader to what they may read: column is that of the space's id, and
// the result belongs into a WHERE clause together with its argument:
//
//	condition, readable := spaces.Visible(actor, "q.space_id")
//	db.Raw(`SELECT ... WHERE `+condition, readable)
//
// A statement with numbered placeholders writes `q.space_id = ANY($1)` and passes Readable.
func Visible(actor authz.Actor, column string) (condition string, readable IDs) {
	return column + " = ANY(?)", Readable(actor)
}

// Readable is the argument of Visible: the spaces the actor may read. It is one array whatever their number, so
// that a statement has the same text for every reader.
func Readable(actor authz.Actor) IDs { return IDs(actor.Spaces) }

// The subqueries that decide who may read: they give the ids of the spaces in rising order. ReadableByPerson and
// MembershipsOf take the person's id as their one argument.
const (
	ReadableByPerson = `
		SELECT s.id FROM spaces s
		WHERE s.visibility <> 'members'
			OR EXISTS (SELECT 1 FROM space_members m WHERE m.space_id = s.id AND m.user_id = ?)
		ORDER BY s.id`
	ReadableByVisitor = `SELECT s.id FROM spaces s WHERE s.visibility = 'public' ORDER BY s.id`
	MembershipsOf     = `SELECT m.space_id FROM space_members m WHERE m.user_id = ? ORDER BY m.space_id`
)

// IDs travel to and from Postgres as one array.
type IDs = db.Array[id.Space]

// ReadableBy is the same rule for a statement that looks at many people at once: a condition on the columns of a space's
// and of a person's id.
func ReadableBy(space, person string) string {
	return `EXISTS (SELECT 1 FROM spaces s WHERE s.id = ` + space + ` AND (s.visibility <> 'members'
		OR EXISTS (SELECT 1 FROM space_members m WHERE m.space_id = s.id AND m.user_id = ` + person + `)))`
}
