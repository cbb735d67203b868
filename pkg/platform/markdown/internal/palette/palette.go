// Package palette holds the colours of highlighted code, for light and dark ground, and writes them as a style sheet.
// It is used when the style sheet is made and tested, never while the program runs.
package palette

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Theme is a ground and the colours that are read on it.
type Theme struct {
	Name   string // of the attribute data-mantine-color-scheme on the root element
	Ground string
	Text   string
	Tokens []Token
}

// Token is how one class of token looks.
type Token struct {
	Class  string
	Means  string
	Colour string
	Bold   bool
	Italic bool
}

// Light is for the ground of code on a light page.
func Light() Theme {
	return Theme{Name: "light", Ground: "#f5f7fa", Text: "#1b1f27", Tokens: []Token{
		{Class: "c", Means: "comments", Colour: "#596472", Italic: true},
		{Class: "cp", Means: "preprocessor lines", Colour: "#596472"},
		{Class: "gd", Means: "removed lines", Colour: "#b3261e"},
		{Class: "gh", Means: "file names of a difference", Colour: "#1b1f27", Bold: true},
		{Class: "gi", Means: "added lines", Colour: "#14704a"},
		{Class: "k", Means: "keywords", Colour: "#c5221f"},
		{Class: "kc", Means: "constants", Colour: "#0b57a4"},
		{Class: "kt", Means: "types", Colour: "#8a4b08"},
		{Class: "m", Means: "numbers", Colour: "#0b57a4"},
		{Class: "na", Means: "members and attributes", Colour: "#8a4b08"},
		{Class: "nf", Means: "functions", Colour: "#6639b8"},
		{Class: "nt", Means: "tags", Colour: "#14704a"},
		{Class: "nv", Means: "variables", Colour: "#6639b8"},
		{Class: "s", Means: "strings", Colour: "#0b3a75"},
	}}
}

// Dark is for the ground of code on a dark page.
func Dark() Theme {
	return Theme{Name: "dark", Ground: "#11151c", Text: "#e4e8ee", Tokens: []Token{
		{Class: "c", Means: "comments", Colour: "#929dab", Italic: true},
		{Class: "cp", Means: "preprocessor lines", Colour: "#929dab"},
		{Class: "gd", Means: "removed lines", Colour: "#ff8f87"},
		{Class: "gh", Means: "file names of a difference", Colour: "#e4e8ee", Bold: true},
		{Class: "gi", Means: "added lines", Colour: "#5fcf9b"},
		{Class: "k", Means: "keywords", Colour: "#ff8577"},
		{Class: "kc", Means: "constants", Colour: "#79b8ff"},
		{Class: "kt", Means: "types", Colour: "#ffb86b"},
		{Class: "m", Means: "numbers", Colour: "#79b8ff"},
		{Class: "na", Means: "members and attributes", Colour: "#ffb86b"},
		{Class: "nf", Means: "functions", Colour: "#c9a6ff"},
		{Class: "nt", Means: "tags", Colour: "#7ee0a8"},
		{Class: "nv", Means: "variables", Colour: "#c9a6ff"},
		{Class: "s", Means: "strings", Colour: "#a5cdff"},
	}}
}

// CSS writes a style sheet with the light colours for everyone and the dark ones under the attribute that the page's
// root element carries when it is dark.
func CSS() string {
	var b strings.Builder
	b.WriteString("/* Made by `go generate ./pkg/platform/markdown` from internal/palette: change it there. */\n")
	for _, theme := range []Theme{Light(), Dark()} {
		scope := ""
		if theme.Name != "light" {
			scope = fmt.Sprintf(":root[data-mantine-color-scheme=%q] ", theme.Name)
		}
		fmt.Fprintf(&b, "\n/* %s */\n%spre {\n  background: %s;\n  color: %s;\n}\n", theme.Name, scope, theme.Ground, theme.Text)
		for _, token := range theme.Tokens {
			fmt.Fprintf(&b, "/* %s */\n%spre .%s {\n  color: %s;\n", token.Means, scope, token.Class, token.Colour)
			if token.Bold {
				b.WriteString("  font-weight: 600;\n")
			}
			if token.Italic {
				b.WriteString("  font-style: italic;\n")
			}
			b.WriteString("}\n")
		}
	}
	return b.String()
}

// Contrast is the ratio of two colours ("#rrggbb") as WCAG 2.2 defines it, from 1 to 21.
func Contrast(one, two string) (float64, error) {
	first, err := luminance(one)
	if err != nil {
		return 0, err
	}
	second, err := luminance(two)
	if err != nil {
		return 0, err
	}
	return (max(first, second) + 0.05) / (min(first, second) + 0.05), nil
}

func luminance(colour string) (float64, error) {
	value, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil || len(colour) != 7 {
		return 0, fmt.Errorf("%q is no colour like #1b1f27", colour)
	}
	linear := func(channel uint64) float64 {
		part := float64(channel&0xff) / 255
		if part <= 0.04045 {
			return part / 12.92
		}
		return math.Pow((part+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(value>>16) + 0.7152*linear(value>>8) + 0.0722*linear(value), nil
}
