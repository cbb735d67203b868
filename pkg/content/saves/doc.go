// Package saves keeps what people want to find again: questions and answers, in lists of their own, each with a note
// that only they read. A post is saved once a person and lies in one list; the default list needs no row and is list 0.
// Saving is private, so nothing is published. What somebody may no longer read stays saved, but is neither shown nor
// counted until they may read it again. Start at Save and Saved.
package saves
