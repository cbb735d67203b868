// Package id gives each kind of row its own identifier type, so that arguments cannot be swapped.
package id

import "strconv"

// User identifies a person's account; zero is the anonymous visitor.
type User int64

// Post identifies a question or an answer.
type Post int64

// Comment identifies a comment on a post.
type Comment int64

// Tag identifies a tag.
type Tag int64

// Space identifies a space.
type Space int64

// Unit identifies a node of the organisation chart.
type Unit int64

// Session identifies one sign-in of a person on one device.
type Session int64

// Suggestion identifies a suggested edit of a post.
type Suggestion int64

// Flag identifies a call for the moderators to a post or comment.
type Flag int64

// ReviewItem identifies something that waits in a review queue or was decided there.
type ReviewItem int64

// Bounty identifies a bounty on a question.
type Bounty int64

// SaveList identifies a list of saved posts; zero is everybody's default list.
type SaveList int64

// FeedToken identifies what opens one private feed.
type FeedToken int64

// Upload identifies a picture or file that somebody sent.
type Upload int64

// Template identifies a text that questions may begin with.
type Template int64

// String gives the decimal digits.
func (p Post) String() string { return strconv.FormatInt(int64(p), 10) }

// String gives the decimal digits.
func (u User) String() string { return strconv.FormatInt(int64(u), 10) }
