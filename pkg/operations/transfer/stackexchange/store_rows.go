package stackexchange

import (
	"time"

	"wellspring/pkg/platform/db"
)

// Rows of the staging schema, as they travel in a batch: the names are those of the columns.

type personRow struct {
	ID         int64      `json:"id"`
	Name       string     `json:"name"`
	Location   string     `json:"location"`
	Website    string     `json:"website"`
	About      string     `json:"about"`
	Reputation int        `json:"reputation"`
	CreatedAt  time.Time  `json:"created_at"`
	SeenAt     *time.Time `json:"seen_at"`
}

type postRow struct {
	ID         int64            `json:"id"`
	Kind       string           `json:"kind"`
	ParentID   int64            `json:"parent_id"`
	OwnerID    int64            `json:"owner_id"`
	OwnerName  string           `json:"owner_name"`
	AcceptedID int64            `json:"accepted_id"`
	Title      string           `json:"title"`
	Tags       db.Array[string] `json:"tags"`
	HTML       string           `json:"html"`
	Views      int              `json:"views"`
	CreatedAt  time.Time        `json:"created_at"`
	EditedAt   *time.Time       `json:"edited_at"`
	EditorID   int64            `json:"editor_id"`
	ClosedAt   *time.Time       `json:"closed_at"`
}

type historyRow struct {
	PostID    int64     `json:"post_id"`
	ID        int64     `json:"id"`
	Type      int       `json:"type"`
	Revision  string    `json:"revision"`
	CreatedAt time.Time `json:"created_at"`
	UserID    int64     `json:"user_id"`
	UserName  string    `json:"user_name"`
	Comment   string    `json:"comment"`
	Body      string    `json:"body"`
}

type voteRow struct {
	PostID int64  `json:"post_id"`
	Day    string `json:"day"`
	Type   int    `json:"type"`
	UserID int64  `json:"user_id"`
	Amount int    `json:"amount"`
}

type commentRow struct {
	ID        int64     `json:"id"`
	PostID    int64     `json:"post_id"`
	UserID    int64     `json:"user_id"`
	UserName  string    `json:"user_name"`
	Body      string    `json:"body"`
	Score     int       `json:"score"`
	CreatedAt time.Time `json:"created_at"`
}

type linkRow struct {
	PostID    int64     `json:"post_id"`
	TargetID  int64     `json:"target_id"`
	Duplicate bool      `json:"duplicate"`
	CreatedAt time.Time `json:"created_at"`
}

type tagRow struct {
	ID        int64  `json:"id"`
	Name      string `json:"name"`
	ExcerptID int64  `json:"excerpt_id"`
	WikiID    int64  `json:"wiki_id"`
}

type badgeRow struct {
	ID        int64     `json:"id"`
	UserID    int64     `json:"user_id"`
	Name      string    `json:"name"`
	Class     string    `json:"class"`
	TagBased  bool      `json:"tag_based"`
	AwardedAt time.Time `json:"awarded_at"`
}
