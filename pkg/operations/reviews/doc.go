// Package reviews holds the queues of what somebody should look at: flags, first posts, votes to close, possible
// duplicates, posts of low quality and suggested edits. Items come in by events after their commit (react.go) and end when
// somebody decides them or their cause is gone. A reviewer asks for the next item of a queue and has it alone until a lease
// ends (next.go): the claim is a row in the database, found with SKIP LOCKED, so it holds across processes and restarts.
// Nobody is given what they may not read or what they wrote. Deciding carries out what the decision says in the same
// transaction (decide.go), by the use cases that do the same elsewhere. Who decided what stays (audits.go).
//
// The queues stand in operations because deciding takes most of content, and finding duplicates takes search.
// Start at Queue, Next and Decide.
package reviews
