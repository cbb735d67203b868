package blob

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
)

const (
	folderMode = 0o750
	fileMode   = 0o640
	checkName  = "check"
)

// folder keeps files below one folder of the disk and never reaches outside.
type folder struct{ root *os.Root }

func openFolder(place string) (*folder, error) {
	if err := os.MkdirAll(place, folderMode); err != nil {
		return nil, fmt.Errorf("make the folder of uploads: %w", err)
	}
	root, err := os.OpenRoot(place)
	if err != nil {
		return nil, fmt.Errorf("open the folder of uploads: %w", err)
	}
	return &folder{root}, nil
}

// Put writes beside the place, has the disk keep that, and only then gives it its name.
func (f *folder) Put(_ context.Context, name, _ string, content []byte) (err error) {
	parent := path.Dir(name)
	if err := f.root.MkdirAll(parent, folderMode); err != nil {
		return fmt.Errorf("make the folder of %s: %w", name, err)
	}
	unfinished := name + "." + rand.Text() + ".new"
	if err := f.write(unfinished, content); err != nil {
		_ = f.root.Remove(unfinished)
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := f.root.Rename(unfinished, name); err != nil {
		_ = f.root.Remove(unfinished)
		return fmt.Errorf("name %s: %w", name, err)
	}
	// The name is kept by its folder, and that folder's by the one above.
	for ; ; parent = path.Dir(parent) {
		if err := f.sync(parent); err != nil {
			return fmt.Errorf("keep the name of %s: %w", name, err)
		}
		if parent == "." {
			return nil
		}
	}
}

func (f *folder) write(name string, content []byte) (err error) {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	if _, err := file.Write(content); err != nil {
		return err
	}
	return file.Sync()
}

func (f *folder) sync(name string) error {
	opened, err := f.root.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }()
	return opened.Sync()
}

// Open gives a file to read.
func (f *folder) Open(_ context.Context, name string) (io.ReadSeekCloser, error) {
	file, err := f.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrMissing
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return file, nil
}

// Remove forgets a file, and its folder with the last one in it.
func (f *folder) Remove(_ context.Context, name string) error {
	if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove %s: %w", name, err)
	}
	if parent := path.Dir(name); parent != "." {
		_ = f.root.Remove(parent) // fails while something is in it
	}
	return nil
}

// Check writes a file and removes it.
func (f *folder) Check(ctx context.Context) error {
	if err := f.Put(ctx, checkName, "text/plain", nil); err != nil {
		return err
	}
	return f.Remove(ctx, checkName)
}
