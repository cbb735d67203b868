// Package stackexchange imports the data dumps of the Stack Exchange network: people, questions, answers, tags with
// their wikis, comments, votes, acceptances, links, closures, badges and the whole history of edits, with those that were
// suggested. Start at Import.
//
// # In four passes
//
// Check (dump.go) reads every row of every file, so that a damaged dump is refused with file, line and reason before
// anything is written. Read (read.go) brings the rows into the schema staging, which nothing else looks at, and sift takes
// out what refers to nothing. Prepare puts each post's history together and renders what is new or changed, which takes
// longer than all the rest. Each of these keeps how far it is with every batch, so that an interrupted import goes on where
// it stopped. Write (write.go) then brings everything into the tables of its owners, through their own import use cases, in
// one transaction: readers of the running server see the site as it was, and a moment later as it is in the dump.
//
// Rejected: writing in batches and hiding posts until the end. Every list, count and search would have to know about
// hidden people, tags and posts, and an update of what is there already cannot be hidden at all. The price is that
// what somebody else changes in an imported post during the write waits for its end; that is why everything slow
// happens before it, and why counters and tags, under locks that many wait for, come last.
//
// Memory does not grow with the dump: rows travel in batches of a few thousand or a megabyte, and nothing is gathered.
//
// # Again
//
// The table import_refs ties rows of a site to rows here, with a hash of what they were made of, so that importing
// again only touches what changed. What a newer dump no longer holds is deleted softly (people: disabled), and comes back when a later
// dump holds it. A site is known by the moment it came into being, the creation of its own account, whatever the folder is
// called. What people have done here since the last dump (edits, acceptances, closures, links, texts of tags) wins over
// the dump; it is recognised by being younger than the youngest row of that dump.
//
// Only Posts.xml must be there. Without PostHistory.xml texts come from the HTML; what any other missing file
// would hold is left as it is.
package stackexchange
