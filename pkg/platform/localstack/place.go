package localstack

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// leastFree is the room without which a start is refused: less, and Postgres
// would fail in the middle of its recovery.
const leastFree = 64 << 20

// openFolder makes the data folder and returns its real path.
func openFolder(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("resolve the data folder: %w", err)
	}
	// Root's children run under another account and must pass through.
	mode := os.FileMode(0o700)
	if os.Geteuid() == 0 {
		mode = 0o711
	}
	if err := publicFolder(dir, mode); err != nil {
		return "", explain(dir, err)
	}
	found, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return "", explain(dir, err)
	}
	return found, nil
}

// checkRoom refuses a start on a disk that is full, or so nearly.
func checkRoom(dir string) error {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(dir, &disk); err != nil {
		return fmt.Errorf("look at the disk of %s: %w", dir, err)
	}
	if float64(disk.Bavail)*float64(disk.Bsize) < leastFree {
		return diskFull(dir, nil)
	}
	return nil
}

// knownPlace returns the folder an earlier run chose for the children's files.
func knownPlace(dir string, st *state) (string, error) {
	place := st.read().Place
	if place == "" {
		return dir, nil
	}
	if !exists(place) {
		return "", &Problem{
			Kind: ErrIncomplete,
			What: fmt.Sprintf("The databases of %s were kept in %s, which is gone.", dir, place),
			Do:   "Restore that folder, or choose another folder with --data.",
		}
	}
	return place, nil
}

// choosePlace decides, for a new data folder, where the children keep their
// files: in the data folder, or in one of the system's when their account
// cannot pass through to it, as below /root or a folder of mktemp.
func choosePlace(dir string, child account, st *state) (string, error) {
	place := ""
	if err := letThrough(dir, child); err != nil {
		return "", err
	}
	if !child.reaches(dir, toEnter) {
		sum := sha256.Sum256([]byte(dir))
		place = filepath.Join(systemFolder(dir), "wellspring-"+hex.EncodeToString(sum[:6]))
		// What is there belonged to a deleted data folder of this name, and the
		// password that opened it went with that folder.
		if err := os.RemoveAll(place); err != nil {
			return "", fmt.Errorf("remove the databases of a deleted data folder: %w", err)
		}
		// Not MkdirAll: what somebody else just put there is not ours.
		if err := os.Mkdir(place, 0o700); err != nil {
			return "", fmt.Errorf("make a folder that %s can reach: %w", child.name, err)
		}
		if err := os.Chmod(place, 0o711); err != nil {
			return "", fmt.Errorf("open %s to %s: %w", place, child.name, err)
		}
	}
	if err := st.update(func(d *stateData) { d.Place = place }); err != nil {
		return "", err
	}
	if place == "" {
		return dir, nil
	}
	return place, nil
}

// letThrough lets the account pass through a data folder that root keeps
// closed, as a new folder of os.MkdirTemp. What lies in it has modes of its own.
func letThrough(dir string, child account) error {
	owner, ok := ownerOf(dir)
	if !child.drop || !ok || owner.Uid != 0 || child.permitted(dir, toEnter) || !child.reaches(filepath.Dir(dir), toEnter) {
		return nil
	}
	return os.Chmod(dir, os.FileMode(owner.Mode).Perm()|0o011)
}

// systemFolder is where the system keeps data that lasts; for a data folder
// among temporary files it is where those are.
func systemFolder(dir string) string {
	for _, temporary := range []string{"/tmp", os.TempDir()} {
		if root, err := filepath.EvalSymlinks(temporary); err == nil && strings.HasPrefix(dir, root+"/") {
			return "/tmp"
		}
	}
	if runtime.GOOS == "darwin" {
		return "/private/var/db"
	}
	return "/var/lib"
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}
