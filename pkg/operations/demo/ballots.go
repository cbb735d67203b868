package demo

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"time"

	"wellspring/pkg/content/votes"
	"wellspring/pkg/kernel/id"
)

// votingDays is how long a post goes on being voted on, on average.
const votingDays = 12

// ballots chooses who voted for and against a post, and when: the same people at every load, never the author, and
// only those who were there and may read the space.
func (w *world) ballots(p piece, post id.Post) []votes.ImportedVote {
	chance := rand.New(rand.NewPCG(hash(p.post.Body), hash(p.post.Title))) //nolint:gosec // the same at every load, on purpose
	var voters []string
	for _, member := range w.org.People {
		readers, restricted := w.members[p.space]
		switch {
		case w.people[member.Handle] == p.post.Author, restricted && !slices.Contains(readers, member.Handle):
		case member.Handle == "noa":
			// noa is new and has done nothing yet.
		default:
			voters = append(voters, member.Handle)
		}
	}
	chance.Shuffle(len(voters), func(i, j int) { voters[i], voters[j] = voters[j], voters[i] })
	var cast []votes.ImportedVote
	for i, handle := range voters[:min(p.up+p.down, len(voters))] {
		value := 1
		if i >= p.up {
			value = -1
		}
		from := p.at
		if w.joined[handle].After(from) {
			from = w.joined[handle]
		}
		at := w.notLater(from.Add(time.Duration(chance.ExpFloat64() * votingDays * 24 * float64(time.Hour))))
		cast = append(cast, votes.ImportedVote{Post: post, Voter: w.people[handle], Value: value, At: at})
	}
	return cast
}

// notLater keeps what is drawn by chance out of the future.
func (w *world) notLater(at time.Time) time.Time {
	if at.After(w.now) {
		return w.now
	}
	return at.Truncate(time.Second)
}

func hours(n float64) time.Duration { return time.Duration(n * float64(time.Hour)) }

// minute is a minute of the hour that looks like chance and is always the same for a text.
func minute(text string) time.Duration { return time.Duration(hash(text)%60) * time.Minute }

// fraction is a number from 0 to 1 that is always the same for a text.
func fraction(text string) float64 { return float64(hash(text)%1000) / 1000 }

func hash(text string) uint64 {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(text))
	return sum.Sum64()
}
