// Package bounties lets people offer part of their own reputation for a good answer: 50 to 500 in steps of 50, for 7
// days, one at a time on a question that is at least 2 days old. Start at Offer, Award and End.
//
// # The rules
//
// Whoever offers pays at once, and has to keep 1. They can award the whole bounty to any answer that is not their own, in
// the 7 days and for a day after them. If they do not, the whole goes to the best answer that others wrote within the 7
// days: the one that they accepted, where they asked the question, else the one with the highest score of at least 2, and of as many
// the older one. Without such an answer it is returned in full, and so it is at once when the question is closed, locked,
// merged or deleted, for then no answer can come. What was paid stays paid, also when a post is deleted later.
//
// So reputation is neither made nor lost: what one gives, another one gets, or it comes back. Rejected was to pay half
// where nobody awards, and to have the rest lapse: it takes from an answer what its asker forgot.
//
// Everything that ends a bounty locks its question first and then looks whether it still runs, so that an award and the
// schedule never pay twice.
package bounties
