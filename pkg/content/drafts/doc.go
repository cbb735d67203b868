// Package drafts keeps what people have begun to write, so that it outlives their browser: one draft a person and place
// (ask, answer-42, comment-42, edit-42). Only its writer ever sees it. Each carries a version, and whoever saves names the
// one they saw last: two windows can not overwrite one another unseen. A draft goes in the transaction that posts what
// it became (subscriptions in pkg/app), or after Kept without a change. Start at Save and Place.
package drafts
