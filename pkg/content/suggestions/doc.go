// Package suggestions has those who may not edit a post suggest an edit of it, and others decide: its author, or anybody
// who may edit it, accepts what was suggested, improves it first, or rejects it with a reason. What is accepted becomes a
// revision that names both; packages questions and answers write it by the rules of any other edit. At most one
// suggestion waits at a post, and one whose revision is no longer the newest cannot be accepted as it is.
//
// Whoever suggests or decides locks the post first, so that of many who decide at once one does. Start at Suggest and
// decide.go.
package suggestions
