// Package mentions knows who is called by @handle in posts and comments. Whoever writes a text asks Find for the people
// that it may call, renders it with them, and hands those it really called to Publish in the same transaction. Only
// people who may read the post count: for everybody else an @handle is plain text and they hear nothing. Suggest
// completes handles while one writes.
package mentions
