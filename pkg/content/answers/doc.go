// Package answers has the use cases of answers: post, edit, delete, undelete, accept and un-accept, and the list of
// what a person answered. Reading a question's answers is the question page's business, in package questions.
// Start at Post and Accept.
package answers
