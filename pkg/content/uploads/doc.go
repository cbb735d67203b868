// Package uploads holds the pictures and files that people put into posts and comments. Who sent one reads it; others do
// once it stands in a post or comment that they may read, in any of its revisions. So whoever writes may only use what they
// may read themselves: a copied address opens nothing to others.
//
// An upload that stands nowhere, not even in a draft of its owner, is removed after a day. Saving a text locks the uploads that
// it uses, and the sweep takes only those that nobody holds and looks again before it removes one: of the two one comes
// first, and a text never stands without its picture. Rows come before bytes and go after them, so that nothing lies in the
// store that no row knows.
//
// Start at Keep, Open and Use.
package uploads
