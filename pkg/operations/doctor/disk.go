package doctor

import (
	"fmt"

	"golang.org/x/sys/unix"
)

const (
	gigabyte  = 1 << 30
	scarce    = 5 * gigabyte
	desperate = gigabyte / 2
)

// disk tells how much room a folder's disk has left for this user.
func disk(folder string) Finding {
	var stat unix.Statfs_t
	if err := unix.Statfs(folder, &stat); err != nil {
		return Finding{"disk", Fail, fmt.Sprintf("%s: %s", folder, err), "Check the folder given with --data."}
	}
	free := stat.Bavail * uint64(stat.Bsize) //nolint:gosec // The type differs between systems; a block size is positive.
	finding := Finding{Name: "disk", State: OK, Detail: fmt.Sprintf("%.1f GB free at %s", float64(free)/gigabyte, folder)}
	switch {
	case free < desperate:
		finding.State, finding.Mend = Fail, "Free some room now: Postgres stops when the disk is full."
	case free < scarce:
		finding.State, finding.Mend = Warn, "Free some room soon."
	}
	return finding
}
