package stackexchange_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func path(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// replaced is a text in which old, which must be there, became other.
func replaced(t *testing.T, text []byte, old, other string) []byte {
	t.Helper()
	require.Contains(t, string(text), old)
	return bytes.ReplaceAll(text, []byte(old), []byte(other))
}

// linesWithout is a file without the rows that hold a text.
func linesWithout(t *testing.T, name, text string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	var kept [][]byte
	for _, row := range bytes.SplitAfter(content, []byte("\n")) {
		if !bytes.Contains(row, []byte(text)) {
			kept = append(kept, row)
		}
	}
	return bytes.Join(kept, nil)
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	return content
}

func linesWithoutText(text []byte, unwanted string) []byte {
	return bytes.ReplaceAll(text, []byte(unwanted), nil)
}
