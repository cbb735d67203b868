package posts

import (
	"time"

	"wellspring/pkg/kernel/id"
)

// Comment is a comment as readers see it. Author is zero where the person has no account; Parent is the comment that it
// answers. A Deleted one is shown for the sake of its replies, without its text and its author.
type Comment struct {
	ID         id.Comment `json:"id"`
	Post       id.Post    `json:"post"`
	Parent     id.Comment `json:"parent"`
	Deleted    bool       `json:"deleted"`
	Body       string     `json:"body"`
	HTML       string     `json:"html"`
	Score      int        `json:"score"`
	Author     id.User    `json:"author"`
	AuthorName string     `json:"authorName"`
	CreatedAt  time.Time  `json:"createdAt"`
	EditedAt   *time.Time `json:"editedAt"`
}

// SpaceRef names the space of a post.
type SpaceRef struct {
	ID    id.Space `json:"id"`
	Slug  string   `json:"slug"`
	Name  string   `json:"name"`
	Color string   `json:"color"`
}
