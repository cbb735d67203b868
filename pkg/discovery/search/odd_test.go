package search_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wellspring/pkg/discovery/search"
)

// oddities are texts that have to be carried through two query languages unharmed.
func oddities() []string {
	return []string{
		`'`, `''`, `\`, `'\'`, `a & b | !c`, `a <-> b`, `!`, `!!a`, `a:*`, `a:*A`, `:A`, `(`, `)(`, `%`, `_`, `\%`, `""`, `"a' b"`, `-"`, `--x`,
		`"; DROP TABLE posts; --`, `@words`, `$1 ?`, `{conditions}`, `🦄 ünïcödé`, `日本語 テスト`, "a\u00adb", "tab\tand\nline", `[']`, `[a\b]`, `["x]`,
		`user:'; in:" is:`, `user:0`, `user:-1`, `score:-2147483648`, `created:0001..9999`, `title:'`, `body:"\"`, `-title:x`, `is:person -x`,
		strings.Repeat("word ", 100), strings.Repeat("x", 500), `c++ c# .net node.js`, `how to the a`, `the`, `und`, `-the`, `-und -the`,
	}
}

func TestOddTextsAreSearchedLikeOthers(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.each(t, func(t *testing.T, find func(handle, text string) search.Result) {
		for _, text := range oddities() {
			find("noa", text)
			find("", text)
		}
	})
}

func TestAnyTextIsSearchedByBothEngines(t *testing.T) {
	t.Parallel()
	w := town(t)
	reader := w.Actor("noa")
	sign := rapid.SampledFrom([]string{"'", `"`, `\`, "-", "[", "]", ":", "*", "(", ")", "&", "|", "!", "<", "a", "ü", " ", "title:", "is:", "the", "channel", "\x02"})
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(sign, 0, 12).Draw(r, "text"), "")
		for engine := range w.engines {
			found, err := w.answered(engine, reader, search.Request{Text: text})
			require.NoError(r, err, "%s: %q", engine, text)
			require.Equal(r, engine, found.Engine)
		}
	})
}
