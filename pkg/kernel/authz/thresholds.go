package authz

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"maps"
)

// The names of the presets. Under Custom an administrator set each threshold.
const (
	Team     = "team"
	Balanced = "balanced"
	Public   = "public"
	Custom   = "custom"
)

// MaxThreshold is the most reputation that an administrator can have a privilege need.
const MaxThreshold = 100_000

// Thresholds maps each privilege to the reputation it needs.
type Thresholds map[Privilege]int

// Preset gives the thresholds of a named preset: team, balanced or public; unknown names give team's.
func Preset(name string) Thresholds {
	switch name {
	case Public:
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 15, Comment: 50, VoteDown: 125, EditTags: 1500, Edit: 2000, Close: 3000, SeeGone: 10000}
	case Balanced:
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 1, Comment: 1, VoteDown: 50, EditTags: 200, Edit: 500, Close: 1000, SeeGone: 2000}
	default:
		return Thresholds{Ask: 0, Reply: 0, VoteUp: 1, Comment: 1, VoteDown: 1, EditTags: 1, Edit: 1, Close: 1000, SeeGone: 1000}
	}
}

// ThresholdsOf gives the thresholds that hold under a preset, or under Custom. A privilege that is newer than what was
// set needs what a public community asks for it: rather too much than too little.
func ThresholdsOf(preset string, custom Thresholds) Thresholds {
	if preset != Custom {
		return Preset(preset)
	}
	thresholds := Preset(Public)
	maps.Copy(thresholds, custom)
	return thresholds
}

// Value writes them as a JSON object.
func (t Thresholds) Value() (driver.Value, error) {
	if t == nil {
		return "{}", nil
	}
	text, err := json.Marshal(t)
	if err != nil {
		return nil, fmt.Errorf("encode thresholds: %w", err)
	}
	return string(text), nil
}

// Scan reads what Value wrote; an empty object gives nil.
func (t *Thresholds) Scan(source any) error {
	var text []byte
	switch source := source.(type) {
	case []byte:
		text = source
	case string:
		text = []byte(source)
	default:
		return fmt.Errorf("thresholds cannot be read from a %T", source)
	}
	*t = nil
	if err := json.Unmarshal(text, t); err != nil {
		return fmt.Errorf("decode thresholds: %w", err)
	}
	if len(*t) == 0 {
		*t = nil
	}
	return nil
}
