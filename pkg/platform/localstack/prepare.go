package localstack

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// restoreLinks makes the symbolic links of an npm package that its install
// script would have made; a folder without such a list is left alone.
func restoreLinks(bin string) error {
	native := filepath.Dir(bin)
	text, err := os.ReadFile(filepath.Join(native, "pg-symlinks.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the package's links: %w", err)
	}
	var links []struct {
		Source string `json:"source"`
		Target string `json:"target"`
	}
	if err := json.Unmarshal(text, &links); err != nil {
		return fmt.Errorf("read the package's links: %w", err)
	}
	for _, link := range links {
		target := filepath.Join(filepath.Dir(native), link.Target)
		if exists(target) {
			continue
		}
		from, err := filepath.Rel(filepath.Dir(link.Target), link.Source)
		if err != nil || !filepath.IsLocal(link.Target) {
			return fmt.Errorf("the package's link %s is no path inside it", link.Target)
		}
		// Another run may make the same link at this moment.
		if err := os.Symlink(from, target); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("restore a link of the package: %w", err)
		}
	}
	return nil
}

// readablePostgres returns the folder itself, or a copy below place when the
// children's account cannot read it.
func readablePostgres(bin, place string, child account) (string, error) {
	if child.reaches(filepath.Join(bin, "postgres"), toRead) {
		return bin, nil
	}
	return copyOnce(filepath.Dir(bin), filepath.Join(place, "bin", "postgres"), filepath.Join("bin", "postgres"), "bin")
}

// runnableMeilisearch returns the program itself, or a copy below place: npm
// delivers it without the right to run it.
func runnableMeilisearch(path, place string, child account) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("look at Meilisearch: %w", err)
	}
	runnable := info.Mode().Perm()&0o111 == 0o111
	if !runnable {
		runnable = os.Chmod(path, info.Mode().Perm()|0o111) == nil
	}
	if runnable && child.reaches(path, toRead) {
		return path, nil
	}
	dir := filepath.Join(place, "bin", "search")
	if _, err := copyOnce(path, filepath.Join(dir, "meilisearch"), "", ""); err != nil {
		return "", err
	}
	return filepath.Join(dir, "meilisearch"), nil
}

// copyOnce copies a file or tree unless a copy of the same version is there,
// told by the size and time of the file witness; it returns to/result.
func copyOnce(from, to, witness, result string) (string, error) {
	original, err := os.Stat(filepath.Join(from, witness))
	if err != nil {
		return "", err
	}
	copied, err := os.Stat(filepath.Join(to, witness))
	if err == nil && copied.Size() == original.Size() && copied.ModTime().Equal(original.ModTime()) {
		return filepath.Join(to, result), nil
	}
	if err := publicFolder(filepath.Dir(to), 0o755); err != nil {
		return "", err
	}
	fresh := to + ".new"
	if err := errors.Join(os.RemoveAll(fresh), copyTree(from, fresh), os.RemoveAll(to)); err != nil {
		return "", fmt.Errorf("copy %s: %w", from, err)
	}
	return filepath.Join(to, result), os.Rename(fresh, to)
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rest)
		switch {
		case entry.IsDir():
			return publicFolder(target, 0o755)
		case entry.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case strings.HasSuffix(path, ".a"): // only needed to compile extensions
			return nil
		default:
			return copyFile(path, target)
		}
	})
}

// copyFile copies a file with its time; everybody may read and run the copy.
func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	if err := errors.Join(err, target.Close()); err != nil {
		return err
	}
	// A strict umask must not take the right away again.
	return errors.Join(os.Chmod(to, 0o755), os.Chtimes(to, info.ModTime(), info.ModTime()))
}

// publicFolder makes a folder of this mode whatever the umask; one that is
// there already keeps its mode.
func publicFolder(path string, mode os.FileMode) error {
	if exists(path) {
		return nil
	}
	if err := os.MkdirAll(path, mode); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}
