package reviews

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/content/posts"
)

func TestThePublishedRuleOfLowQuality(t *testing.T) {
	t.Parallel()
	for _, post := range []struct {
		kind  posts.Kind
		body  string
		score int
		why   string
	}{
		{posts.Answer, "You do not, since a closed channel panics.", 0, ""},
		{posts.Answer, "You do not.", 0, WhyShort},
		{posts.Answer, "  You do not.                                 ", 0, WhyShort},
		{posts.Answer, "Use `sync.Once`.", 0, ""},
		{posts.Answer, "See https://example.org/a/very/long/address/of/a/page", 0, WhyLink},
		{posts.Answer, "[This page says how it is done, at great length](https://example.org)", 0, WhyLink},
		{posts.Answer, "See https://example.org: a closed channel panics when it is closed again.", 0, ""},
		{posts.Question, "", 0, ""},
		{posts.Question, "Why?", 0, ""},
		{posts.Question, "WHY DOES NOBODY EVER ANSWER ME HERE?", 0, WhyShouting},
		{posts.Question, "HTTP OR HTTPS?", 0, ""},
		{posts.Answer, "WARUM ÖFFNET ES NIEMAND? ES IST DRINGEND!", 0, WhyShouting},
		{posts.Question, "Why does a closed channel panic?", -1, ""},
		{posts.Question, "Why does a closed channel panic?", -2, WhyScore},
	} {
		require.Equal(t, post.why, poor(post.kind, post.body, post.score), post.body)
	}
}
