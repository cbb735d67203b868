package db_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

func TestArraysComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	for _, words := range []db.Array[string]{{}, {"a"}, {`a"b`, `c\d`, "e,f", "{g}", "", "ü ñ"}} {
		text, err := words.Value()
		require.NoError(t, err)
		var back db.Array[string]
		require.NoError(t, back.Scan(text))
		require.Equal(t, words, back)
	}
	numbers := db.Array[id.Post]{1, -2, 1 << 62}
	text, err := numbers.Value()
	require.NoError(t, err)
	require.Equal(t, "{1,-2,4611686018427387904}", text)
	var back db.Array[id.Post]
	require.NoError(t, back.Scan([]byte("{1,-2,4611686018427387904}")))
	require.Equal(t, numbers, back)
}

func TestWhatIsNoArrayIsRefused(t *testing.T) {
	t.Parallel()
	for _, source := range []any{"", "1,2", 7, "{x}"} {
		var numbers db.Array[int64]
		require.Error(t, numbers.Scan(source), "%v", source)
	}
}
