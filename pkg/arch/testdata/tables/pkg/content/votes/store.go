// Package votes writes what others own.
package votes

import "github.com/jackc/pgx/v5"

const (
	own      = `INSERT INTO votes (post_id) VALUES (1) ON CONFLICT (post_id) DO UPDATE SET value = 1`
	locked   = `SELECT 1 FROM users FOR UPDATE SKIP LOCKED`
	inserted = `WITH gone AS (DELETE FROM votes RETURNING *) INSERT INTO users (id) SELECT id FROM gone`
	raised   = `UPDATE reputation_totals AS t SET reputation = 0`
	deleted  = "DELETE FROM users"
	unknown  = "INSERT INTO thanks (id) VALUES (1)"
	computed = "INSERT INTO "
	advice   = "Please update users by hand."
)

func rename(db interface{ Table(string) query }) {
	db.Table("users AS u").Where("id = 1").Update("name", "x")
}

var copied = pgx.Identifier{"public", "users"}

func (user) TableName() string { return "users" }

type user struct{}

type query interface {
	Where(string) query
	Update(string, any)
}
