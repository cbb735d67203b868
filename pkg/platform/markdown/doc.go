// Package markdown turns what people write into HTML that is safe to show, and into the plain text that lists and
// the search need. It is CommonMark with tables, task lists, strikethrough, autolinks, footnotes, emoji shortcodes,
// mathematics and highlighted code. Start at Renderer.Render; SanitizeHTML and PlainFromHTML serve those who only have HTML.
//
// # One gate
//
// Parsing is goldmark's. Whatever it writes, raw HTML included, then goes through one gate (sanitize.go) that reads it token
// by token, writes anew only what the allow list (policy.go) names, and closes what was left open. So safety does not
// depend on the parser, on an extension or on what a browser makes of broken markup. The gate also adds what every
// page needs: rel on links to other hosts, lazy images, tabindex on what scrolls, ids of this text alone. A tag
// that is not allowed is shown as it was written, because "a List<Foo>" without backticks should lose no word.
// bluemonday was considered: it does not balance tags, and cannot show what it refuses.
//
// # Same text, same HTML, bounded time
//
// The HTML is stored with Version beside it, so a text must always render the same: nothing here looks at a clock. Time is
// bounded by limits (limits.go) on nesting, on marks a paragraph, on table cells, on repeated addresses and on the output.
// A limit inside a text leaves the marks beyond it as they were typed; a text beyond all limits is shown as its own source.
//
// Code is coloured by a scanner of ours that reads each byte once (highlight.go). chroma was tried first: its expressions
// backtrack, so that 2 kB of backslashes after a quote cost 330 ms in the lexers of Go, JSON and CSS, and 8 kB of "<" cost 2 s in HCL's;
// they stop only by the clock, and then colour differently each time. The class names are chroma's, so that its style
// sheets fit; ours is highlight.css.
//
//go:generate go run ./internal/highlightcss
package markdown
