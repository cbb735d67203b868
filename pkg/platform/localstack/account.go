package localstack

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user the children run as.
type account struct {
	uid, gid uint32
	name     string
	drop     bool // the parent is root and must hand its rights back
}

// childAccount chooses the account: our own, or as root the owner of the
// databases in place, else `postgres`, else `nobody`, because Postgres refuses
// to run as root.
func childAccount(place string) (account, error) {
	if os.Geteuid() != 0 {
		return account{uid: uint32(os.Geteuid()), gid: uint32(os.Getegid())}, nil //nolint:gosec // ids are 32 bits wide
	}
	if owner, ok := ownerOf(filepath.Join(place, "postgres")); ok && owner.Uid != 0 {
		return account{uid: owner.Uid, gid: owner.Gid, name: fmt.Sprintf("user %d", owner.Uid), drop: true}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if found, ok := lookupAccount(name); ok {
			return found, nil
		}
	}
	return account{}, &Problem{
		Kind: ErrNotAccessible,
		What: "Postgres refuses to run as root, and this machine has neither a user `postgres` nor a user `nobody`.",
		Do:   "Run as another user.",
	}
}

func lookupAccount(name string) (account, bool) {
	entry, err := user.Lookup(name)
	if err != nil {
		return account{}, false
	}
	// macOS writes the id of `nobody` as -2.
	uid, uidErr := strconv.ParseInt(entry.Uid, 10, 64)
	gid, gidErr := strconv.ParseInt(entry.Gid, 10, 64)
	if uidErr != nil || gidErr != nil || uid == 0 {
		return account{}, false
	}
	return account{uid: uint32(uid), gid: uint32(gid), name: name, drop: true}, true //nolint:gosec // ids are 32 bits wide
}

func ownerOf(path string) (*syscall.Stat_t, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, false
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	return owner, ok
}

// own gives path to the account.
func (a account) own(path string) error {
	if !a.drop {
		return nil
	}
	return os.Lchown(path, int(a.uid), int(a.gid))
}

// folder makes a folder that only the account (and root) can enter.
func (a account) folder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	return a.own(path)
}

// The rights an account may need on a file or folder.
const (
	toRead  os.FileMode = 4
	toEnter os.FileMode = 1
)

// reaches reports whether the account has the right on path and may pass
// through every folder above it.
func (a account) reaches(path string, right os.FileMode) bool {
	if !a.drop {
		return true
	}
	at, err := filepath.EvalSymlinks(path)
	if err != nil || !a.permitted(at, right) {
		return false
	}
	for at != filepath.Dir(at) {
		at = filepath.Dir(at)
		if !a.permitted(at, toEnter) {
			return false
		}
	}
	return true
}

// permitted looks at the permission bits that apply to the account.
func (a account) permitted(path string, right os.FileMode) bool {
	owner, ok := ownerOf(path)
	if !ok {
		return false
	}
	switch mode := os.FileMode(owner.Mode).Perm(); {
	case owner.Uid == a.uid:
		return mode&(right<<6) != 0
	case owner.Gid == a.gid:
		return mode&(right<<3) != 0
	default:
		return mode&right != 0
	}
}
