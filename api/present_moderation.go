package api

import (
	"time"

	"wellspring/pkg/content/moderation"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/questions"
	"wellspring/pkg/kernel/id"
)

// Closure says why a question takes no more answers.
type Closure struct {
	Reason      string       `json:"reason" enum:"duplicate,needs-detail,out-of-scope,outdated"`
	At          time.Time    `json:"at"`
	By          *PersonRef   `json:"by"`
	With        []PersonRef  `json:"with" nullable:"false" doc:"The others whose votes closed it."`
	Note        string       `json:"note" doc:"What whoever closed it wants the asker to know."`
	DuplicateOf *QuestionRef `json:"duplicateOf" doc:"null also where the reader may not read the original."`
}

// Protection says since when and why not everybody can change or answer a question.
type Protection struct {
	At   time.Time  `json:"at"`
	By   *PersonRef `json:"by"`
	Note string     `json:"note"`
}

// CloseVotes are the votes to close an open question, or to reopen a closed one.
type CloseVotes struct {
	Count  int  `json:"count"`
	Needed int  `json:"needed" doc:"How many decide; 1 where the reader decides alone."`
	Mine   bool `json:"mine" doc:"The reader's is among them."`
}

// PostAct is one thing that was done to a post beside writing it.
type PostAct struct {
	Kind     actKind      `json:"kind"`
	By       *PersonRef   `json:"by"`
	With     []PersonRef  `json:"with" nullable:"false" doc:"The others whose votes did it, or who got a bounty."`
	At       time.Time    `json:"at"`
	Amount   int          `json:"amount,omitempty" doc:"Of a bounty."`
	Reason   string       `json:"reason,omitempty" enum:"duplicate,needs-detail,out-of-scope,outdated" doc:"Of a closing."`
	Note     string       `json:"note"`
	Original *QuestionRef `json:"original" doc:"Of a duplicate, or where a question was merged into; null also where the reader may not read it."`
}

func (p onPage) closure() *Closure {
	q := &p.document.Question
	if q.ClosedAt == nil {
		return nil
	}
	act := q.Act(posts.ActClosed)
	shown := &Closure{Reason: q.ClosedReason, At: *q.ClosedAt, By: p.person(q.ClosedBy), With: p.people(act.With), Note: act.Note}
	if q.DuplicateOf != 0 && !q.DuplicateHidden && p.actor.Reads(q.DuplicateSpace) {
		shown.DuplicateOf = new(questionRef(q.DuplicateOf, q.DuplicateTitle))
	}
	return shown
}

func (p onPage) people(users []id.User) []PersonRef {
	people := []PersonRef{}
	for _, user := range users {
		if person := p.person(user); person != nil {
			people = append(people, *person)
		}
	}
	return people
}

// protection presents a mark that holds since a time; nil where there is none.
func (p onPage) protection(mark posts.Mark, since *time.Time) *Protection {
	if since == nil {
		return nil
	}
	act := p.document.Question.Act(posts.ActKind(mark))
	return &Protection{At: *since, By: p.person(act.By), Note: act.Note}
}

// duplicates gives those that the reader may read.
func (p onPage) duplicates() []QuestionRef {
	shown := []QuestionRef{}
	for _, d := range p.document.Question.Duplicates {
		if p.actor.Reads(d.Space) {
			shown = append(shown, questionRef(d.ID, d.Title))
		}
	}
	return shown
}

// closeVotes counts those that are young enough and fit the question's state.
func (p onPage) closeVotes() CloseVotes {
	votes := CloseVotes{Needed: posts.DecisiveVotes}
	if moderation.Decides(p.actor) {
		votes.Needed = 1
	}
	q, since := &p.document.Question, p.now.Add(-posts.VoteAge)
	for _, v := range q.CloseVotes {
		if v.ToReopen == (q.ClosedAt != nil) && v.At.After(since) {
			votes.Count++
			votes.Mine = votes.Mine || v.User == p.actor.User
		}
	}
	return votes
}

func postAct(act posts.Act) PostAct {
	shown := PostAct{
		Kind: actKind(act.Kind), By: personOrNull(act.By), With: each(act.With, personRef), At: act.At, Amount: act.Amount, Reason: act.Reason,
		Note: act.Note,
	}
	if act.Original != nil {
		shown.Original = new(questionRef(act.Original.ID, act.Original.Title))
	}
	return shown
}

// deletedBy says who deleted a post, to those who still see it.
func (p onPage) deletedBy(c *questions.Common) *PersonRef {
	if c.DeletedAt == nil {
		return nil
	}
	return p.person(c.DeletedBy)
}
