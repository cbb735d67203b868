package stackexchange

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// source is one file of the dump.
type source struct {
	format

	path  string
	bytes int64
	rows  int64
}

// dump is a folder with the files of a dump, and what a first look at all of them told.
type dump struct {
	files  []source
	absent []string
	hash   []byte
	newest time.Time
	// born is when the site itself came into being, by which dumps of one site know each other.
	born string
}

func (d *dump) has(name string) bool {
	for i := range d.files {
		if d.files[i].name == name {
			return true
		}
	}
	return false
}

func (d *dump) bytes() (total int64) {
	for i := range d.files {
		total += d.files[i].bytes
	}
	return total
}

// openDump finds the files of a dump, whatever the case of their names. Only Posts.xml must be there.
func openDump(folder string) (*dump, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("cannot read the folder of the dump: %w", err)
	}
	found := map[string]os.DirEntry{}
	for _, entry := range entries {
		found[strings.ToLower(entry.Name())] = entry
	}
	d := &dump{}
	for _, format := range formats() {
		entry, ok := found[strings.ToLower(format.name)]
		if !ok {
			d.absent = append(d.absent, format.name)
			continue
		}
		path := filepath.Join(folder, entry.Name())
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		d.files = append(d.files, source{format: format, path: path, bytes: info.Size()})
	}
	if !d.has(postsFile) {
		return nil, fmt.Errorf("%s holds no %s; unpack the archive of the site and name the folder with its .xml files", folder, postsFile)
	}
	return d, nil
}

// check reads every row of every file, so that a damaged dump is refused before anything is written.
func (d *dump) check(ctx context.Context, progress func(Progress)) error {
	sum := sha256.New()
	step := Progress{Step: "Checking the dump", Total: d.bytes(), Unit: Bytes}
	for i := range d.files {
		if err := d.checkFile(ctx, &d.files[i], sum, &step, progress); err != nil {
			return err
		}
	}
	d.hash = sum.Sum(nil)
	return nil
}

// reportEvery is after how many rows somebody who watches is told.
const reportEvery = 1_000

func (d *dump) checkFile(ctx context.Context, file *source, sum hash.Hash, step *Progress, progress func(Progress)) error {
	start := step.Done
	fmt.Fprintf(sum, "%s %d\n", file.name, file.bytes)
	facts := fields{newest: d.newest}
	err := file.scan(ctx, func(input io.Reader) io.Reader { return &counter{io.TeeReader(input, sum), step} }, func(row []attribute) error {
		facts.row = row
		file.read(&facts)
		if d.born == "" && file.name == usersFile {
			d.born = facts.text("CreationDate")
		}
		file.rows++
		if step.Rows++; step.Rows%reportEvery == 0 {
			progress(*step)
		}
		return facts.err
	})
	d.newest = facts.newest
	step.Done = start + file.bytes
	progress(*step)
	return err
}

// scan reads a file; what visit finds wrong with a row becomes the reason of its damage.
func (s *source) scan(ctx context.Context, wrap func(io.Reader) io.Reader, visit func([]attribute) error) (err error) {
	file, err := os.Open(s.path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return newScanner(s.name, s.root, wrap(file)).scan(ctx, func(line int, row []attribute) error {
		err := visit(row)
		if broken, ok := errors.AsType[*rowError](err); ok {
			return &Damaged{File: s.name, Line: line, Reason: broken.Error()}
		}
		return err
	})
}

// counter counts the bytes that were read into a step's progress.
type counter struct {
	io.Reader

	step *Progress
}

// Read counts.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.step.Done += int64(n)
	return n, err //nolint:wrapcheck // io.Reader's own errors, io.EOF above all
}
