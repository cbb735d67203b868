package questions

import (
	"context"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/jackc/pgx/v5"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
	"wellspring/pkg/platform/db"
)

// store reads with plain pgx: the page and the lists are the product's hottest reads.
type store struct {
	db         *db.DB
	statements statements
}

func newStore(database *db.DB) store { return store{db: database, statements: newStatements()} }

func (s store) document(ctx context.Context, question id.Post, order Order) (*Document, error) {
	return s.load(ctx, s.statements.page[order], question)
}

func (s store) answers(ctx context.Context, question id.Post, order Order, request page.Request) (*Document, error) {
	return s.load(ctx, s.statements.answers[order], question, request.Size, request.Offset())
}

func (s store) answer(ctx context.Context, answer id.Post) (*Document, error) {
	return s.load(ctx, s.statements.answer, answer)
}

func (s store) load(ctx context.Context, statement string, args ...any) (*Document, error) {
	return read(s.db.Pgx(ctx).QueryRow(ctx, statement, args...), args[0])
}

// documentFor reads what all readers see and one reader's part together.
func (s store) documentFor(ctx context.Context, question id.Post, order Order, reader id.User) (*Document, *Viewer, error) {
	both := &pgx.Batch{}
	both.Queue(s.statements.page[order], int64(question))
	both.Queue(viewerStatement, int64(reader), int64(question))
	results := s.db.Pgx(ctx).SendBatch(ctx, both)
	defer func() { _ = results.Close() }()
	document, err := read(results.QueryRow(), question)
	if err != nil {
		return nil, nil, err
	}
	viewer, err := readViewer(results.Query())
	if err != nil {
		return nil, nil, fmt.Errorf("read person %d's part of question %d: %w", reader, question, err)
	}
	return document, &viewer, nil
}

// read makes a Document of a row; of is the question or answer whose page it is.
func read(row pgx.Row, of any) (*Document, error) {
	var text []byte
	err := row.Scan(&text)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, posts.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("load question page %v: %w", of, err)
	}
	// The decoded strings weigh about what the text does, and the structs around them as much again.
	document := &Document{size: 2 * len(text)}
	if err := json.Unmarshal(text, document); err != nil {
		return nil, fmt.Errorf("decode question page %v: %w", of, err)
	}
	document.index()
	return document, nil
}

// viewerStatement looks each post and comment of the thread up in the reader's votes, saves and follows. Lists of ids as
// arguments would make Postgres plan each time anew, and a join makes it read all votes of the person.
const viewerStatement = `
	WITH thread AS (
		SELECT $2::bigint AS id UNION ALL SELECT id FROM posts WHERE question_id = $2
	)
	SELECT true, t.id, coalesce((SELECT value FROM votes v WHERE v.post_id = t.id AND v.user_id = $1), 0),
		EXISTS (SELECT 1 FROM saves s WHERE s.post_id = t.id AND s.user_id = $1),
		t.id = $2 AND EXISTS (SELECT 1 FROM follows f WHERE f.question_id = $2 AND f.user_id = $1)
	FROM thread t
	UNION ALL
	SELECT false, c.id, coalesce((SELECT 1 FROM comment_votes v WHERE v.comment_id = c.id AND v.user_id = $1), 0), false, false
	FROM thread t JOIN comments c ON c.post_id = t.id`

func (s store) viewer(ctx context.Context, user id.User, question id.Post) (Viewer, error) {
	viewer, err := readViewer(s.db.Pgx(ctx).Query(ctx, viewerStatement, int64(user), int64(question)))
	if err != nil {
		return Viewer{}, fmt.Errorf("read person %d's part of question %d: %w", user, question, err)
	}
	return viewer, nil
}

func readViewer(rows pgx.Rows, err error) (Viewer, error) {
	if err != nil {
		return Viewer{}, err
	}
	defer rows.Close()
	viewer := Viewer{Posts: map[id.Post]int{}, Comments: map[id.Comment]bool{}, Saved: map[id.Post]bool{}}
	for rows.Next() {
		var isPost, saved, follows bool
		var voted int64
		var value int
		if err := rows.Scan(&isPost, &voted, &value, &saved, &follows); err != nil {
			return Viewer{}, fmt.Errorf("read a vote: %w", err)
		}
		if saved {
			viewer.Saved[id.Post(voted)] = true
		}
		viewer.Follows = viewer.Follows || follows
		switch {
		case value == 0:
		case isPost:
			viewer.Posts[id.Post(voted)] = value
		default:
			viewer.Comments[id.Comment(voted)] = true
		}
	}
	if err := rows.Err(); err != nil {
		return Viewer{}, fmt.Errorf("read the votes: %w", err)
	}
	return viewer, nil
}
