// Package tags says what it is for.
package tags
