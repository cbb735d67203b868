package tags

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/maypok86/otter/v2"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
)

// MaxPatterns is how many patterns and ignored tags one person may keep.
const MaxPatterns = 200

// minTelling keeps patterns from matching nearly everything.
const minTelling = 2

// Preferences are the tags that somebody watches and ignores, by name or by pattern, in alphabetical order.
type Preferences struct {
	Watched []string
	Ignored []string
	// HideIgnored leaves ignored questions out of lists; else they are only dimmed there.
	HideIgnored bool
}

// Ignored is what a list of questions leaves out or dims for one reader.
type Ignored struct {
	Patterns []string
	Hide     bool
}

// Matches tells whether one of a question's tags is ignored.
func (i Ignored) Matches(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return slices.ContainsFunc(i.Patterns, func(pattern string) bool { return matches(pattern, name) })
	})
}

// Hidden gives the patterns whose questions a list leaves out. Whoever asks for a tag by name wants to see it.
func (i Ignored) Hidden(asked []string) []string {
	if !i.Hide {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(i.Patterns), func(pattern string) bool {
		return slices.ContainsFunc(asked, func(name string) bool { return matches(pattern, name) })
	})
}

// matches reads * as any signs; names and patterns hold no other sign that path.Match would read in its own way.
func matches(pattern, name string) bool {
	found, err := path.Match(pattern, name)
	return err == nil && found
}

// IsPattern tells a pattern from a name.
func IsPattern(name string) bool { return strings.Contains(name, "*") }

// checkPattern writes a name or pattern the way it is kept and says what is wrong with it.
func checkPattern(pattern string) (string, error) {
	var v fault.Validation
	pattern = normalise(pattern)
	bare := strings.ReplaceAll(pattern, "*", "")
	telling := strings.IndexFunc(bare, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
	switch {
	case utf8.RuneCountInString(pattern) > MaxName:
		v.Add("pattern", "too-long", "The tag %s is longer than %d characters.", pattern, MaxName)
	case !wellNamed(bare):
		v.Add("pattern", "bad-tag", "The tag %s may hold letters, digits, hyphens and the signs + # . only.", pattern)
	case IsPattern(pattern) && (!telling || utf8.RuneCountInString(bare) < minTelling || strings.Contains(pattern, "**")):
		v.Add("pattern", "bad-pattern", "Write at least two letters beside the *, as in postgres*.")
	}
	return pattern, v.Err()
}

// Preferences gives what the actor watches and ignores.
func (s *Service) Preferences(ctx context.Context, actor authz.Actor) (Preferences, error) {
	if err := actor.MustSignIn(); err != nil {
		return Preferences{}, err
	}
	return s.store.preferences(ctx, actor.User)
}

// Ignored gives what lists leave out or dim for the reader. It is kept in process until the reader changes it, and for a
// minute at most; a visitor ignores nothing.
func (s *Service) Ignored(ctx context.Context, actor authz.Actor) (Ignored, error) {
	if !actor.SignedIn() {
		return Ignored{}, nil
	}
	ignored, err := s.ignored.Get(ctx, actor.User, otter.LoaderFunc[id.User, Ignored](func(ctx context.Context, user id.User) (Ignored, error) {
		found, err := s.store.preferences(context.WithoutCancel(ctx), user)
		return Ignored{Patterns: found.Ignored, Hide: found.HideIgnored}, err
	}))
	if err != nil {
		return Ignored{}, fmt.Errorf("load ignored tags: %w", err)
	}
	return ignored, nil
}

// HideIgnored says whether lists leave ignored questions out or only dim them.
func (s *Service) HideIgnored(ctx context.Context, actor authz.Actor, hide bool) error {
	if err := actor.MustSignIn(); err != nil {
		return err
	}
	return s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.setHide(ctx, actor.User, hide); err != nil {
			return err
		}
		s.preferred(ctx, actor)
		return nil
	})
}

// preferred tells the caches that somebody's preferences changed.
func (s *Service) preferred(ctx context.Context, actor authz.Actor) {
	s.signals.Send(ctx, Preferred, int64(actor.User))
}
