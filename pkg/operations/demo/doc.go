// Package demo holds the demonstration organisation, a believable city administration, and loads it: once, whole or
// not at all, into an installation without people. Its ages are relative to the day of loading, so that it always
// looks two years old. The texts are in data/; data.go says what they may hold. Start at Load.
package demo
