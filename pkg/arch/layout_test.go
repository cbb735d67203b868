package arch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The folders are fixed, so that a newcomer learns them once.
var (
	topLevel = []string{
		"CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md", "docker-compose.yml", "go.mod", "go.sum",
		"api", "cmd", "deploy", "frontend", "pkg",
		".ci", ".dockerignore", ".editorconfig", ".env.example", ".gitignore", ".golangci.yml",
	}
	packageFolders = []string{
		"app", "arch", "content", "discovery", "engagement", "kernel", "operations", "people", "platform", "testkit",
	}
	// What tools and people leave behind on their machine; .gitignore names them too.
	unversioned = []string{".DS_Store", ".env", ".git", ".idea", ".local", ".vscode", "bench.json", "bin"}
)

// misplaced compares the entries of a folder with those it must have, less those that may be there.
func misplaced(t *testing.T, folder string, wanted, tolerated []string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	var findings, found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
		if !slices.Contains(wanted, entry.Name()) && !slices.Contains(tolerated, entry.Name()) {
			findings = append(findings, "unexpected: "+entry.Name())
		}
	}
	for _, name := range wanted {
		if !slices.Contains(found, name) {
			findings = append(findings, "missing: "+name)
		}
	}
	return findings
}

// unfinishedWork finds the words by which people mark what they did not finish. They are put together here, so that this
// file does not find itself.
func unfinishedWork(folder string) ([]string, error) {
	marks := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X)\b`)
	var findings []string
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if isForeign(entry.Name()) && entry.Name() != ".ci" && name != folder {
				return filepath.SkipDir
			}
			return nil
		}
		if !isWrittenByUs(entry.Name()) {
			return nil
		}
		content, err := os.ReadFile(name)
		for number, line := range strings.Split(string(content), "\n") {
			if mark := marks.FindString(line); mark != "" {
				findings = append(findings, fmt.Sprintf("%s:%d %s", strings.TrimPrefix(name, folder+"/"), number+1, mark))
			}
		}
		return err
	})
	return findings, err
}

func isWrittenByUs(name string) bool {
	if name == "Makefile" || name == "Dockerfile" || name == "Caddyfile" || name == "run" {
		return true
	}
	written := []string{".go", ".ts", ".tsx", ".css", ".html", ".sql", ".md", ".yml", ".yaml"}
	return slices.Contains(written, filepath.Ext(name)) && !strings.HasSuffix(name, ".d.ts")
}

func TestTopLevelFoldersAreTheFixedOnes(t *testing.T) {
	t.Parallel()
	wantNone(t, misplaced(t, root, topLevel, unversioned),
		"The top level is fixed; put the file into the folder of its subject (deployment in deploy/, Go in pkg/):")
}

func TestPackageFoldersAreTheLayers(t *testing.T) {
	t.Parallel()
	wantNone(t, misplaced(t, filepath.Join(root, "pkg"), packageFolders, nil),
		"The folders of pkg/ are the layers; put the package into the layer that may import what it needs:")
}

func TestMisplacedFilesAreFound(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"utils", "bin", "api"} {
		require.NoError(t, os.Mkdir(filepath.Join(folder, name), 0o700))
	}
	require.Equal(t, []string{"unexpected: utils", "missing: cmd"},
		misplaced(t, folder, []string{"api", "cmd"}, []string{"bin"}))
}

func TestNothingIsMarkedUnfinished(t *testing.T) {
	t.Parallel()
	findings, err := unfinishedWork(root)
	require.NoError(t, err)
	wantNone(t, findings, "Finish it, or file an issue and take the mark out:")
}

func TestUnfinishedWorkIsFound(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	mark := "TO" + "DO"
	write := func(name, content string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600))
	}
	write("a.go", "package a\n\n// "+mark+": later\n")
	write("b.md", mark+"S are no word of ours\n")
	write("c.png", mark)
	findings, err := unfinishedWork(folder)
	require.NoError(t, err)
	require.Equal(t, []string{"a.go:3 " + mark}, findings)
}
