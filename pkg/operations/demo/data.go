package demo

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"

	"go.yaml.in/yaml/v3"
)

//go:embed data
var files embed.FS

type organisation struct {
	Organisation struct {
		Name    string
		Tagline string
	}
	Units  []unit
	People []person
	Spaces []space
	Tags   []tag
}

type unit struct{ Key, Name, Kind, Parent, Manager string }

type person struct {
	Handle, Name, Unit, Role, Title, Location, About, Language string
	JoinedDaysAgo                                              int `yaml:"joinedDaysAgo"`
	// Watches are tags the person follows.
	Watches []string
}

type space struct {
	Slug, Name, Description, Visibility, Unit, Color, Reason string
	Members                                                  []string
	Default                                                  bool
}

type tag struct{ Name, Description, Wiki string }

// question is the original text; edits replace the fields they name, in order.
type question struct {
	Title, Space, Author, Body string
	Tags                       []string
	DaysAgo                    int `yaml:"daysAgo"`
	Hour                       float64
	Views, Up, Down            int
	Edits                      []edit
	Comments                   []comment
	Closed                     *closure
	Marks                      []mark
	Answers                    []answer
}

type answer struct {
	Author, Body string
	AfterHours   float64 `yaml:"afterHours"`
	Up, Down     int
	Accepted     bool
	Comments     []comment
	Edits        []edit
}

type edit struct {
	Author, Summary, Title, Body string
	AfterHours                   float64 `yaml:"afterHours"`
	Tags                         []string
	// AcceptedBy names who accepted what the author had only suggested, and Improved that they made it better first.
	AcceptedBy string `yaml:"acceptedBy"`
	Improved   bool
}

type comment struct {
	Author, Body string
	AfterHours   float64 `yaml:"afterHours"`
	Up           int
	// Reply says that it answers the comment before it.
	Reply bool
}

// mark is locked, pinned or protected.
type mark struct {
	Mark, By, Note string
	AfterHours     float64 `yaml:"afterHours"`
}

type closure struct {
	Reason, By  string
	Note        string
	AfterHours  float64 `yaml:"afterHours"`
	DuplicateOf string  `yaml:"duplicateOf"`
}

func readOrganisation() (organisation, error) {
	var org organisation
	err := decode("data/organisation.yaml", &org)
	return org, err
}

func readQuestions() ([]question, error) {
	names, err := fs.Glob(files, "data/questions/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the demonstration's questions: %w", err)
	}
	var all []question
	for _, name := range names {
		var some []question
		if err := decode(name, &some); err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

func decode(name string, into any) error {
	raw, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read the demonstration: %w", err)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(raw))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("read the demonstration's %s: %w", path.Base(name), err)
	}
	return nil
}
