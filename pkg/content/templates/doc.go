// Package templates keeps what a question may begin with, so that askers say at once what answerers always need: one
// template a space, and one a tag. Moderators write them; whoever may read the space, or a question with the tag, is
// offered them. Start at Offered and Write.
package templates
