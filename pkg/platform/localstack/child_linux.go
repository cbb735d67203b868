package localstack

import "syscall"

// childAttributes make the kernel end a child whose parent was killed. SIGINT
// is Postgres's fast shutdown, and Meilisearch ends on it too.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGINT}
}
