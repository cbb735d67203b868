// Package tags holds the topics of questions: their names, wikis, who watches them, and how many questions carry each.
// A tag is created when a question first uses it. Its count is kept per space, since people must not count what they
// may not read. The package knows nothing of posts; who asks, edits or deletes a question calls Ensure and Count in
// the same transaction. Start at Normalise and Ensure.
package tags
