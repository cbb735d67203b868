// Package posts is the trunk of what people write: questions and answers share one table, one history of revisions,
// one way to be found, edited, deleted and counted. The packages beside it (questions, answers, comments, votes) hold
// the use cases; they find a post through Find or Lock, ask a policy, and write through the methods of Service inside
// their own transaction.
//
// Whoever changes a post locks its question first and then the answer, always through Lock, so that two people who
// change the same thread wait for each other and never deadlock. Counters on a post move by atomic increments in the
// transaction of their cause; Drift compares them with their source rows. Start at Thread, Lock and policy.go.
package posts
