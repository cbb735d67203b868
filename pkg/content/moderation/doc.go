// Package moderation keeps questions in order: close and reopen them, alone or by votes, and lock, pin or protect them.
// Deleting belongs to questions and answers, whose authors may do it too, and merging to questions, which count their
// tags. What was done, by whom and why is an act that package posts keeps with the change itself. Start at Close and
// Mark.
package moderation
