// Package comments holds short remarks on posts: posted, edited, deleted and voted up, in one level under the post and
// oldest first. Texts are Markdown without blocks. A deleted comment is gone for everybody. Start at Post.
package comments
