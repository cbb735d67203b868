// Package follows keeps what people want to hear of: questions, other people and spaces. Whoever asks or answers
// follows the question by that, until they no longer want to. What is followed is private, so nothing is published;
// what somebody may no longer read stays followed, but is neither shown nor told of. Tags are watched, which is
// pkg/content/tags. Start at Follow and Followed.
package follows
