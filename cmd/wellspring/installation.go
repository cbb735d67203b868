package main

import (
	"context"
	"fmt"

	"wellspring/pkg/platform/db"
	"wellspring/pkg/platform/localstack"
)

// installation is what a command works on that may run beside its server.
type installation struct {
	DatabaseURL string `name:"database-url" help:"Postgres, as postgres://user:password@host/database; without it the one of --data." env:"DATABASE_URL"`
	Data        string `help:"The folder of a running 'wellspring local'." default:".local" type:"path" env:"WELLSPRING_DATA"`
}

// database gives the address of the database, once it is known to have this program's schema.
func (i *installation) database(ctx context.Context) (string, error) {
	url := i.DatabaseURL
	if url == "" {
		stack, err := localstack.Attach(ctx, i.Data)
		if err != nil {
			return "", err
		}
		url = stack.DatabaseURL
	}
	database, err := db.Open(ctx, url, db.Options{MaxConns: 2})
	if err != nil {
		return "", err
	}
	defer database.Close()
	have, want, err := database.SchemaVersion(ctx)
	if err == nil && have != want {
		err = fmt.Errorf("the database's schema is at version %d, and this program needs %d; run wellspring migrate first", have, want)
	}
	return url, err
}
