//go:build unix && !linux

package localstack

import "syscall"

// childAttributes know no parent-death signal here: the next start ends what a
// killed parent left running.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
