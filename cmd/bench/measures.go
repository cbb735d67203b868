package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
)

type bench struct {
	options  options
	database string
	pgbench  string
	folder   string
	// asked moves on through the questions, so that no cold page is read again before the caches have forgotten it.
	asked atomic.Int64
}

// pace spreads what is read one after the other; it is prime, so that all questions come before one comes again.
const pace = 7919

// measureAll drives each route with each number of connections, and pgbench beside it.
func (b *bench) measureAll(ctx context.Context) (report, error) {
	r := report{Questions: b.options.Questions, Seconds: b.options.Each.Seconds(), Machine: machine()}
	if _, err := b.runPgbench(ctx, "--initialize", "--quiet", "--scale=10"); err != nil {
		return r, err
	}
	script, err := b.pageScript()
	if err != nil {
		return r, err
	}
	s, err := b.startServer(ctx)
	if err != nil {
		return r, err
	}
	for _, connections := range b.options.Connections {
		round, err := b.round(ctx, s, connections, script)
		if err != nil {
			return r, errors.Join(err, s.stop())
		}
		r.Rounds = append(r.Rounds, round)
	}
	r.MemoryMB = s.memory()
	if strings.Contains(firstScreen, b.options.Only) {
		fmt.Fprintln(os.Stderr, firstScreen)
		if r.Screen, err = b.measureScreen(ctx, s); err != nil {
			return r, errors.Join(err, s.stop())
		}
	}
	return r, s.stop()
}

// round is everything for one number of connections. What is compared is measured side by side.
func (b *bench) round(ctx context.Context, s *server, connections int, script string) (round, error) {
	result := round{Connections: connections, Routes: map[string]figure{}, Pgbench: map[string]float64{}}
	for _, route := range b.routes(s) {
		if !strings.Contains(route.name, b.options.Only) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%d connections: %s\n", connections, route.name)
		before, err := s.statements(ctx)
		if err != nil {
			return result, err
		}
		driven, err := drive(ctx, s.address, connections, b.options.Each, route.next)
		if err != nil {
			return result, fmt.Errorf("%s: %w", route.name, err)
		}
		after, err := s.statements(ctx)
		if err != nil {
			return result, err
		}
		result.Routes[route.name] = figure{load: driven, Statements: (after - before) / float64(driven.Requests)}
	}
	for name, args := range map[string][]string{
		pgPage: {"--file=" + script}, pgSelect: {"--select-only"}, pgUpdate: {"--skip-some-updates"},
	} {
		if !strings.Contains(name, b.options.Only) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%d connections: %s\n", connections, name)
		rate, err := b.pgbenchRate(ctx, connections, args...)
		if err != nil {
			return result, err
		}
		result.Pgbench[name] = rate
	}
	return result, nil
}

type route struct {
	name string
	next request
}

// The names of what is measured.
const (
	health        = "GET /healthz"
	pageCold      = "question page, cold"
	pageWarm      = "question page, recently read"
	newestFirst   = "newest, page 1"
	newestDeep    = "newest, page 1000"
	hotFirst      = "hot, page 1"
	hotDeep       = "hot, page 1000"
	openFirst     = "unanswered, page 1"
	openDeep      = "unanswered, page 1000"
	voting        = "vote and un-vote"
	reviewing     = "claim one of 10,000 to review and let it go"
	fullInbox     = "inbox of 10,000"
	fullUnread    = "unread count of 10,000"
	longTimeline  = "timeline of 500 revisions"
	pgPage        = "pgbench, the page's SQL"
	pgSelect      = "pgbench, select only"
	pgUpdate      = "pgbench, simple update"
	firstScreen   = "the first screen in Chromium"
	warmQuestions = 50
)

func (b *bench) routes(s *server) []route {
	reader := func(connection int) string { return s.tokens[connection%readers] }
	list := func(view string, page int) request {
		path := fmt.Sprintf("/api/v1/questions?view=%s&page=%d", view, page)
		return func(connection, _ int) (method, target, token, body string) {
			return "GET", path, reader(connection), ""
		}
	}
	// The deepest page there is, where the data set is too small for page 1,000.
	deep := func(rows int) int { return max(1, min(1000, rows/30)) }
	all, open := b.options.Questions, b.options.Questions/3
	return []route{
		{health, func(int, int) (method, target, token, body string) { return "GET", "/healthz", "", "" }},
		{pageCold, func(connection, _ int) (method, target, token, body string) {
			question := int(b.asked.Add(1))*pace%b.options.Questions + 1
			return "GET", fmt.Sprintf("/api/v1/questions/%d", question), reader(connection), ""
		}},
		{pageWarm, func(connection, n int) (method, target, token, body string) {
			return "GET", fmt.Sprintf("/api/v1/questions/%d", n%warmQuestions+1), reader(connection), ""
		}},
		{newestFirst, list("newest", 1)}, {newestDeep, list("newest", deep(all))},
		{hotFirst, list("hot", 1)}, {hotDeep, list("hot", deep(all))},
		{openFirst, list("unanswered", 1)}, {openDeep, list("unanswered", deep(open))},
		{fullInbox, func(int, int) (method, target, token, body string) { return "GET", "/api/v1/me/inbox", s.tokens[0], "" }},
		{fullUnread, func(int, int) (method, target, token, body string) {
			return "GET", "/api/v1/me/inbox/unread", s.tokens[0], ""
		}},
		{longTimeline, func(connection, _ int) (method, target, token, body string) {
			return "GET", "/api/v1/posts/2/timeline", reader(connection), ""
		}},
		{reviewing, func(connection, n int) (method, target, token, body string) {
			target = "/api/v1/review-queues/first-posts/claim"
			if n%2 == 1 {
				return "DELETE", target, reader(connection), ""
			}
			return "PUT", target, reader(connection), `{}`
		}},
		{voting, func(connection, n int) (method, target, token, body string) {
			// Each connection votes on answers of its own, and takes every vote back.
			answer := b.options.Questions + 1 + (n/2*readers+connection)%(2*b.options.Questions-readers)
			target = fmt.Sprintf("/api/v1/posts/%d/vote", answer)
			if n%2 == 1 {
				return "DELETE", target, reader(connection), ""
			}
			return "PUT", target, reader(connection), `{"value":1}`
		}},
	}
}
