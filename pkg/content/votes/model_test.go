package votes_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"wellspring/pkg/content/answers"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/testkit"
)

// thread is what a question with its answers should be after any sequence of deeds.
type thread struct {
	kit      *testkit.Kit
	cast     map[string]authz.Actor
	posts    []id.Post // the question first
	authors  []string
	deleted  []bool
	accepted int // the place of the accepted answer; 0 for none
	votes    []map[string]int
}

func newThread(ctx context.Context, t require.TestingT, kit *testkit.Kit, cast map[string]authz.Actor) *thread {
	asked, err := kit.App.Questions.Ask(ctx, cast["ada"], questions.Question{Title: "What do votes come to?", Tags: []string{"votes"}})
	require.NoError(t, err)
	model := &thread{kit: kit, cast: cast, posts: []id.Post{asked}, authors: []string{"ada"}}
	for _, answerer := range []string{"ben", "noa"} {
		answer, err := kit.App.Answers.Post(ctx, cast[answerer], asked, answers.Answer{Body: "Something."})
		require.NoError(t, err)
		model.posts, model.authors = append(model.posts, answer), append(model.authors, answerer)
	}
	for range model.posts {
		model.deleted, model.votes = append(model.deleted, false), append(model.votes, map[string]int{})
	}
	return model
}

func (m *thread) gone(place int) bool { return m.deleted[place] || m.deleted[0] }

// vote gives what must happen when somebody votes: whether it is taken.
func (m *thread) vote(voter string, place, value int) bool {
	if m.authors[place] == voter || m.gone(place) {
		return false
	}
	m.votes[place][voter] = value
	return true
}

func (m *thread) accept(who string, place int) bool {
	if who != "ada" || place == 0 || m.gone(place) {
		return false
	}
	m.accepted = place
	return true
}

func (m *thread) unaccept(who string, place int) bool {
	if who != "ada" || place == 0 || m.gone(place) {
		return false
	}
	if m.accepted == place {
		m.accepted = 0
	}
	return true
}

func (m *thread) delete(place int) bool {
	if m.gone(place) {
		return false
	}
	m.deleted[place] = true
	if place != 0 && m.accepted == place {
		m.accepted = 0
	}
	return true
}

func (m *thread) undelete(place int) bool {
	if !m.deleted[place] || place != 0 && m.deleted[0] {
		return false
	}
	m.deleted[place] = false
	return true
}

// same compares the model with the rows.
func (m *thread) same(t require.TestingT) {
	live, accepted := 0, id.Post(0)
	for place, post := range m.posts {
		up, down := 0, 0
		for _, value := range m.votes[place] {
			switch value {
			case 1:
				up++
			case -1:
				down++
			}
		}
		require.Equal(t, up, m.kit.Int(`SELECT up_count FROM posts WHERE id = $1`, post))
		require.Equal(t, down, m.kit.Int(`SELECT down_count FROM posts WHERE id = $1`, post))
		require.Equal(t, up-down, m.kit.Int(`SELECT score FROM posts WHERE id = $1`, post))
		if place > 0 && !m.deleted[place] {
			live++
		}
		if place > 0 && m.accepted == place {
			accepted = post
		}
	}
	require.Equal(t, live, m.kit.Int(`SELECT answer_count FROM posts WHERE id = $1`, m.posts[0]))
	require.Equal(t, int(accepted), m.kit.Int(`SELECT coalesce(accepted_answer_id, 0) FROM posts WHERE id = $1`, m.posts[0]))
}

// agree fails unless the product takes what the model takes, and refuses the rest for a reason.
func agree(t *rapid.T, taken bool, err error) {
	if taken {
		require.NoError(t, err)
		return
	}
	_, refused := fault.As(err)
	require.True(t, refused, "%v", err)
}

// deeds are everything that may happen to a thread, to the model and to the product alike.
func (m *thread) deeds(ctx context.Context) map[string]func(*rapid.T) {
	who := rapid.SampledFrom([]string{"ada", "ben", "noa", "mia", "max"})
	place := rapid.IntRange(0, len(m.posts)-1)
	content := m.kit.App
	return map[string]func(*rapid.T){
		"vote": func(t *rapid.T) {
			voter, at, value := who.Draw(t, "voter"), place.Draw(t, "post"), rapid.SampledFrom([]int{-1, 0, 1}).Draw(t, "value")
			var err error
			if value == 0 {
				_, err = content.Votes.Withdraw(ctx, m.cast[voter], m.posts[at])
			} else {
				_, err = content.Votes.Cast(ctx, m.cast[voter], m.posts[at], value)
			}
			agree(t, m.vote(voter, at, value), err)
		},
		"accept": func(t *rapid.T) {
			asker, at := who.Draw(t, "asker"), place.Draw(t, "answer")
			_, err := content.Answers.Accept(ctx, m.cast[asker], m.posts[at])
			agree(t, m.accept(asker, at), err)
		},
		"unaccept": func(t *rapid.T) {
			asker, at := who.Draw(t, "asker"), place.Draw(t, "answer")
			_, _, err := content.Answers.Unaccept(ctx, m.cast[asker], m.posts[at])
			agree(t, m.unaccept(asker, at), err)
		},
		"delete": func(t *rapid.T) {
			at := place.Draw(t, "post")
			remove := content.Answers.Delete
			if at == 0 {
				remove = content.Questions.Delete
			}
			agree(t, m.delete(at), remove(ctx, m.cast["mia"], m.posts[at], ""))
		},
		"undelete": func(t *rapid.T) {
			at := place.Draw(t, "post")
			restore := content.Answers.Undelete
			if at == 0 {
				restore = content.Questions.Undelete
			}
			agree(t, m.undelete(at), restore(ctx, m.cast["mia"], m.posts[at], ""))
		},
		"": func(t *rapid.T) { m.same(t) },
	}
}

func TestNoSequenceOfVotesAcceptancesAndDeletionsBendsACounter(t *testing.T) {
	t.Parallel()
	kit := testkit.New(t)
	cast := map[string]authz.Actor{}
	for _, handle := range []string{"ada", "ben", "noa", "mia", "max"} {
		cast[handle] = kit.Actor(handle)
	}
	rapid.Check(t, func(t *rapid.T) {
		model := newThread(t.Context(), t, kit, cast)
		t.Repeat(model.deeds(t.Context()))
	})
	drift, err := kit.App.Posts.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, drift)
	tagDrift, err := kit.App.Tags.Drift(t.Context())
	require.NoError(t, err)
	require.Empty(t, tagDrift)
}
