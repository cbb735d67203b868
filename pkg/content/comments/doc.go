// Package comments holds short remarks on posts: posted, edited, deleted and voted up, oldest first. A comment may answer
// another one of its post; an answer to a reply stands beside it, so that there is one level of replies. Texts are Markdown
// without blocks. A deleted comment is gone for everybody, and only its place is kept while it has replies. Start at Post.
//
// What answers the question becomes an answer, and an answer that is none a comment (convert.go). The two stay tied to each
// other, so that the way back finds the same votes; of a pair one is always deleted. Everything happens while the question is
// locked.
package comments
