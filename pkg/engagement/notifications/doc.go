// Package notifications keeps everybody's inbox: what others did to one's posts, and what happened at what one follows.
// It hears of events after their commit (react.go) and gathers them by question: a thread holds what a person is told
// about a question and its answers. The same once more, such as a vote on the same post, counts up on its row. Nobody is
// told of their own acts, nor of what they may not read, which is asked when something is delivered and again whenever
// the inbox is read; so a cause that was undone, such as a deleted answer, is simply no longer shown, and is back when it
// is. Down-votes are told to nobody: the score says enough.
//
// Notifications of a thread are numbered. A person has read it up to a number, so that what comes while they read is not
// lost. An open page waits at Watch, which sends no statement. Start at Deliver, Inbox and Watch.
package notifications
