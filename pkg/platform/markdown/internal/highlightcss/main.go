// Command highlightcss writes the style sheet of highlighted code into the current folder; go generate runs it.
package main

import (
	"fmt"
	"os"

	"wellspring/pkg/platform/markdown/internal/palette"
)

func main() {
	const public = 0o644
	if err := os.WriteFile("highlight.css", []byte(palette.CSS()), public); err != nil {
		fmt.Fprintln(os.Stderr, "write the style sheet:", err)
		os.Exit(1)
	}
}
