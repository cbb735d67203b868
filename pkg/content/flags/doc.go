// Package flags lets people call the moderators to a question, an answer or a comment. Everybody has one open flag at
// each, may change or withdraw it, and sees in a list of their own what became of it. Who flagged is told to moderators
// alone. What to do about a flag is decided in the review queues (operations/reviews), which decide all open flags at one
// thing together; what is deleted by other ways makes its open flags helpful. Start at Flag and Decide.
package flags
