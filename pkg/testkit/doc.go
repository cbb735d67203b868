// Package testkit gives tests the real thing: a Postgres database of their own, cloned from a migrated template,
// the whole app, an HTTP server before it, and the fixed cast (ada asks, ben answers, mia moderates, max manages,
// noa is new, root administers). A package's tests start with
//
//	func TestMain(m *testing.M) { testkit.Main(m) }
//
// and each test with kit := testkit.New(t). Nothing here is part of the program.
package testkit
