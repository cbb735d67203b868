package authz_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/kernel/authz"
)

func TestEveryPresetAndCustomNameEveryPrivilege(t *testing.T) {
	t.Parallel()
	for _, preset := range []string{authz.Team, authz.Balanced, authz.Public, authz.Custom} {
		thresholds := authz.ThresholdsOf(preset, authz.Thresholds{authz.Edit: 7})
		for _, privilege := range authz.Privileges() {
			require.Contains(t, thresholds, privilege, preset)
		}
	}
}

func TestAPrivilegeThatACustomChoiceDoesNotKnowNeedsWhatAPublicCommunityAsks(t *testing.T) {
	t.Parallel()
	thresholds := authz.ThresholdsOf(authz.Custom, authz.Thresholds{authz.Edit: 7})
	require.Equal(t, 7, thresholds[authz.Edit])
	require.Equal(t, 3000, thresholds[authz.Close])
	require.Equal(t, 2000, authz.ThresholdsOf(authz.Public, authz.Thresholds{authz.Edit: 7})[authz.Edit])
	require.Equal(t, 2000, authz.Preset(authz.Public)[authz.Edit], "the preset stays as it is")
}

func TestThresholdsComeBackFromTheDatabaseAsTheyWere(t *testing.T) {
	t.Parallel()
	for _, written := range []authz.Thresholds{nil, {authz.Edit: 7, authz.Ask: 0}} {
		value, err := written.Value()
		require.NoError(t, err)
		text, ok := value.(string)
		require.True(t, ok)
		for _, source := range []any{text, []byte(text)} {
			read := authz.Thresholds{authz.Close: 1}
			require.NoError(t, read.Scan(source))
			require.Equal(t, written, read)
		}
	}
	var read authz.Thresholds
	require.Error(t, read.Scan("[1]"))
	require.Error(t, read.Scan(7))
}
