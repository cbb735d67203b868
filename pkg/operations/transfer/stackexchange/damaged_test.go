package stackexchange_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"wellspring/pkg/operations/transfer/stackexchange"
	"wellspring/pkg/testkit"
)

// damage makes a copy of the small dump in which one file is changed.
func damage(t *testing.T, file string, change func([]byte) []byte) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "bread-2019")
	require.NoError(t, os.CopyFS(folder, os.DirFS(bread2019)))
	name := filepath.Join(folder, file)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, change(text), 0o600))
	return folder
}

func TestADamagedFileStopsWithFileLineAndReasonAndNothingIsImported(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	swap := func(old, other string) func([]byte) []byte {
		return func(text []byte) []byte { return replaced(t, text, old, other) }
	}
	for name, c := range map[string]struct {
		file   string
		change func([]byte) []byte
		line   int
		reason string
	}{
		"cut off between rows":   {"Votes.xml", func(text []byte) []byte { return linesWithoutText(text, "</votes>") }, 18, "the file ends before </votes>, so its end is missing"},
		"cut off within a row":   {"Posts.xml", func(text []byte) []byte { return text[:len(text)/2] }, 7, "the file ends in the middle of a row"},
		"empty":                  {"Badges.xml", func([]byte) []byte { return nil }, 1, "the file is empty"},
		"another file":           {"Comments.xml", func([]byte) []byte { return readFile(t, filepath.Join(bread2019, "Tags.xml")) }, 2, "it should begin with <comments> and begins with <tags>"},
		"no XML at all":          {"Tags.xml", func([]byte) []byte { return []byte("7z\xbc\xaf\x27\x1c") }, 1, "there is text outside of a row, starting with '7'"},
		"a bad number":           {"Votes.xml", swap(`PostId="12"`, `PostId="twelve"`), 14, `PostId is "twelve", which is no number`},
		"a bad date":             {"Users.xml", swap(`2017-03-04T11`, `2017-13-04T11`), 6, `CreationDate is "2017-13-04T11:00:00.000", which is no date`},
		"a missing attribute":    {"PostHistory.xml", swap(`<row Id="5" PostHistoryTypeId="5"`, `<row Id="5"`), 7, "the row has no PostHistoryTypeId"},
		"a lost quote":           {"Comments.xml", swap(`Text="What a pity."`, `Text="What a pity.`), 5, "the file ends in the middle of a row"},
		"a lost entity":          {"Comments.xml", swap(`week &amp;`, `week &`), 4, "the value of Text: an & stands alone before \" a day.\""},
		"an unknown entity":      {"Comments.xml", swap(`week &amp;`, `week &nbsp;`), 4, "the value of Text: &nbsp; is no entity of XML"},
		"broken characters":      {"Users.xml", swap("Åkerblom", "\xc5kerblom"), 4, "it is not valid UTF-8"},
		"a control character":    {"Users.xml", swap("Åkerblom", "\x01kerblom"), 4, "it holds the control character 0x01"},
		"a tag in a value":       {"Tags.xml", swap(`TagName="oven"`, `TagName="<oven"`), 4, "the value of TagName: a < stands in it, so a quote is missing before"},
		"an element of no dump":  {"Tags.xml", swap(`<row Id="3"`, `<tag Id="3"`), 4, "expected a <row .../> and found"},
		"more after the end":     {"Tags.xml", func(text []byte) []byte { return append(text, "<row Id=\"9\" />\n"...) }, 7, "there is more after the end of <tags>"},
		"a class of no badge":    {"Badges.xml", swap(`Class="2"`, `Class="9"`), 7, "Class is 9, which is neither gold (1) nor silver (2) nor bronze (3)"},
		"a number out of bounds": {"Posts.xml", swap(`ViewCount="340"`, `ViewCount="99999999999"`), 3, "ViewCount is 99999999999, which is out of range"},
	} {
		_, err := tryImport(kit, damage(t, c.file, c.change), func(*stackexchange.Options) {})
		var damaged *stackexchange.Damaged
		require.ErrorAs(t, err, &damaged, name)
		require.Equal(t, c.file, damaged.File, name)
		require.Equal(t, c.line, damaged.Line, name+": "+damaged.Reason)
		require.Contains(t, damaged.Reason, c.reason, name)
	}
	for _, table := range []string{"posts", "tags", "comments", "import_runs", "import_refs", "staging.posts"} {
		require.Zero(t, kit.Int(`SELECT count(*) FROM `+table), table)
	}
	require.Zero(t, kit.Int(`SELECT count(*) FROM users WHERE state = 'imported'`))
}

func TestADamagedUpdateLeavesWhatIsThereAsItIs(t *testing.T) {
	t.Parallel()
	kit := bread(t)
	before := contentOf(t, kit)
	folder := damage(t, "Badges.xml", func(text []byte) []byte { return text[:len(text)-20] })
	_, err := tryImport(kit, folder, func(*stackexchange.Options) {})
	require.ErrorContains(t, err, "Badges.xml is damaged in line 7: the file ends in the middle of a row; nothing was imported")
	wantSameContent(t, before, contentOf(t, kit))
}

func TestARowGivenTwiceIsCountedAndTakenOnce(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	folder := damage(t, "Comments.xml", func(text []byte) []byte {
		return replaced(t, text, "</comments>", `<row Id="2" PostId="10" Score="0" Text="Again" CreationDate="2017-03-05T12:40:00.000" /></comments>`)
	})
	report := importDump(t, kit, folder)
	require.Equal(t, 1, report.LeftOut["rows that Comments.xml gives twice"])
	require.Equal(t, 3, kit.Int(`SELECT count(*) FROM comments`))
}

func TestOddCharactersAreKeptOrDroppedButNeverStopAnImport(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	folder := damage(t, "Comments.xml", func(text []byte) []byte {
		return replaced(t, text, "What a pity.", "nul&#0; bell&#7; half&#xD83D; emoji&#x1F35E; quote&quot;&apos;&lt;&gt; line&#xD;&#xA;end")
	})
	importDump(t, kit, folder)
	require.Equal(t, "nul bell\a half\uFFFD emoji🍞 quote\"'<> line\nend", line(t, kit, `SELECT body FROM comments WHERE body LIKE 'nul%'`))
}

func TestSpacesWithImpossibleNamesAreRefusedAtOnce(t *testing.T) {
	t.Parallel()
	_, err := tryImport(testkit.New(t), bread2019, func(o *stackexchange.Options) { o.Space = "No Space" })
	require.Error(t, err)
}
