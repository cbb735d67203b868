package arch

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

const longestFile = 400

// longFiles finds hand-written Go files, tests too, above the limit.
func longFiles(files []goFile) []string {
	var findings []string
	for _, file := range files {
		if !file.generated && file.lines > longestFile {
			findings = append(findings, fmt.Sprintf("%s has %d lines", file.path, file.lines))
		}
	}
	return findings
}

// silentPackages finds packages that do not say what they are for.
func silentPackages(files []goFile) []string {
	spoken := map[string]bool{}
	for _, file := range files {
		spoken[file.folder()] = spoken[file.folder()] || file.syntax.Doc != nil
	}
	var findings []string
	for folder, speaks := range spoken {
		if !speaks {
			findings = append(findings, folder)
		}
	}
	slices.Sort(findings)
	return findings
}

func TestGoFilesHaveAtMostFourHundredLines(t *testing.T) {
	t.Parallel()
	wantNone(t, longFiles(wholeModule(t)), "Divide these files by use case, so that each name says what is inside:")
}

func TestLongFilesAreFound(t *testing.T) {
	t.Parallel()
	long := badExample(t, "shape")
	long[0].lines = longestFile + 1
	require.Equal(t, []string{"pkg/content/posts/posts.go has 401 lines"}, longFiles(long))
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	wantNone(t, silentPackages(wholeModule(t)), "Say above the package clause, in one to five sentences, what each is for, what it is not, and where to start:")
}

func TestSilentPackagesAreFound(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"pkg/content/posts"}, silentPackages(badExample(t, "shape")))
}
