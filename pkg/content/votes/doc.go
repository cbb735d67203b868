// Package votes lets people say that a post helps or misleads: one vote per person and post, changed or withdrawn at
// any time, never on one's own post. To cast the same vote again changes nothing. Votes on comments belong to package
// comments, and votes of other systems that name no voter to package posts. Start at Cast.
package votes
