package stackexchange

// Unit is what a step counts.
type Unit string

// The units.
const (
	Bytes Unit = "bytes"
	Rows  Unit = "rows"
)

// Progress says how far a step is. Done and Total count units; Rows are the rows handled so far.
type Progress struct {
	Step  string
	Unit  Unit
	Done  int64
	Total int64
	Rows  int64
}
