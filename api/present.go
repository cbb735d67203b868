package api

import (
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/kernel/page"
)

// PersonRef is a person as they stand beside what they wrote.
type PersonRef struct {
	ID         id.User `json:"id"`
	Handle     string  `json:"handle"`
	Name       string  `json:"name"`
	AvatarURL  *string `json:"avatarUrl" doc:"null: show the initials."`
	Unit       *string `json:"unit"`
	Reputation int     `json:"reputation"`
	Role       string  `json:"role" enum:"member,manager,moderator,admin"`
}

// SpaceRef names a space.
type SpaceRef struct {
	Slug  string `json:"slug"`
	Name  string `json:"name"`
	Color string `json:"color"`
}

// Decision tells whether the reader may do something, and else why not.
type Decision struct {
	Allowed bool   `json:"allowed"`
	Reason  string `json:"reason" doc:"Empty when allowed; else a sentence in the reader's language."`
}

// PageQuery is how numbered lists are asked for.
type PageQuery struct {
	Page     int `query:"page" minimum:"1" maximum:"100000" default:"1" doc:"The page, counted from 1."`
	PageSize int `query:"pageSize" minimum:"1" maximum:"100" default:"30" doc:"Rows on a page."`
}

func (q PageQuery) request() page.Request { return page.Request{Number: q.Page, Size: q.PageSize} }

// Numbered is one page of a list.
type Numbered[T any] struct {
	Items    []T `json:"items" nullable:"false"`
	Page     int `json:"page"`
	PageSize int `json:"pageSize"`
	Total    int `json:"total"`
	Pages    int `json:"pages"`
}

// numbered presents each row of a list.
func numbered[Row, Shown any](list page.List[Row], show func(Row) Shown) Numbered[Shown] {
	return Numbered[Shown]{
		Items: each(list.Items, show), Page: list.Number, PageSize: list.Size, Total: list.Total, Pages: list.Pages(),
	}
}

// each presents a slice; never nil, since lists are never null.
func each[Row, Shown any](rows []Row, show func(Row) Shown) []Shown {
	shown := make([]Shown, len(rows))
	for i := range rows {
		shown[i] = show(rows[i])
	}
	return shown
}

// orNull is nil for the empty text, which JSON shows as null.
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
