package testkit

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/platform/db"
)

// Password is everybody's in the cast.
const Password = "correct horse battery staple"

// The argon2id hash of Password at the lowest cost, so that tests which sign in spend no time on it.
const passwordHash = "$argon2id$v=19$m=8,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$XdTJKPvVpEdCNu922dgwQXj+XfOITS04PpG3cDMn5sE"

// cast are the people of every test, with their roles.
func cast() [][2]string {
	return [][2]string{{"root", "admin"}, {"ada", "member"}, {"ben", "member"}, {"mia", "moderator"}, {"max", "manager"}, {"noa", "member"}}
}

// insertCast writes straight into the tables, since a test's world must not depend on the use cases it tests.
func insertCast(ctx context.Context, database *db.DB, now time.Time) error {
	for _, member := range cast() {
		name := string(member[0][0]-'a'+'A') + member[0][1:]
		_, err := database.Pool().Exec(ctx, `
			WITH person AS (
				INSERT INTO users (handle, name, email, password_hash, role, created_at)
				VALUES ($1, $2, $1 || '@example.org', $3, $4, $5) RETURNING id),
			base AS (
				INSERT INTO reputation_entries (user_id, at, day, amount, reason, rule_version)
				SELECT id, $5, $5::date, 1, 'base', 1 FROM person)
			INSERT INTO reputation_totals (user_id, reputation) SELECT id, 1 FROM person`,
			member[0], name, passwordHash, member[1], now.AddDate(-1, 0, 0))
		if err != nil {
			return fmt.Errorf("insert %s: %w", member[0], err)
		}
	}
	return nil
}
