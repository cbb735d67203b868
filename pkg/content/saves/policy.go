package saves

import (
	"strings"
	"unicode/utf8"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
)

// Limits of texts in characters, and of lists a person.
const (
	MaxNote  = 1_000
	MaxName  = 60
	MaxLists = 100
)

// CanSave says whether the actor may save a post they see; a locked or closed one is worth finding again too.
func CanSave(actor authz.Actor, post posts.State) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	if post.Gone() {
		return fault.Forbidden("This is deleted. It has to be brought back first.")
	}
	return nil
}

// checkNote notes what is wrong with a private note.
func checkNote(v *fault.Validation, note string) {
	v.Check(utf8.RuneCountInString(note) <= MaxNote, "note", "too-long", "The note is longer than %d characters.", MaxNote)
	posts.CheckText(v, "note", note)
}

// checkName writes a list's name the way it is kept and says what is wrong with it.
func checkName(name string) (string, error) {
	var v fault.Validation
	name = strings.Join(strings.Fields(name), " ")
	v.Check(name != "", "name", "required", "Give the list a name.")
	v.Check(utf8.RuneCountInString(name) <= MaxName, "name", "too-long", "The name is longer than %d characters.", MaxName)
	posts.CheckText(&v, "name", name)
	return name, v.Err()
}

func noSuchList() error { return fault.NotFound("You have no such list.") }
