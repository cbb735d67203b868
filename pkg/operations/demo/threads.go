package demo

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/content/posts"
	"wellspring/pkg/content/votes"
	"wellspring/pkg/kernel/id"
)

// piece is a question or an answer on its way in, with what belongs to it.
type piece struct {
	post     posts.ImportedPost
	edits    []edit
	comments []comment
	up, down int
	space    string
	at       time.Time
}

func (w *world) loadThreads(ctx context.Context, questions []question) error {
	slices.SortStableFunc(questions, func(a, b question) int { return cmp.Compare(b.DaysAgo, a.DaysAgo) })
	pieces := make([]piece, len(questions))
	for i, q := range questions {
		pieces[i] = w.question(q)
	}
	ids, err := w.write(ctx, pieces)
	if err != nil {
		return err
	}
	w.questions, w.answers = make(map[string]id.Post, len(ids)), map[string]id.Post{}
	for i, q := range questions {
		w.questions[q.Title] = ids[i]
	}
	if err := w.loadAnswers(ctx, questions, ids); err != nil {
		return err
	}
	if err := w.close(ctx, questions, w.questions); err != nil {
		return err
	}
	if err := w.mark(ctx, questions); err != nil {
		return err
	}
	return w.Posts.Derive(ctx, ids)
}

func (w *world) question(q question) piece {
	at := w.today.AddDate(0, 0, -q.DaysAgo).Add(hours(q.Hour) + minute(q.Title))
	p := piece{edits: q.Edits, comments: q.Comments, up: q.Up, down: q.Down, space: q.Space, at: at}
	p.post = posts.ImportedPost{
		Kind: posts.Question, Space: w.spaces[q.Space], Author: w.people[q.Author], Title: q.Title, Body: q.Body, Tags: q.Tags,
		Views: q.Views, CreatedAt: at,
	}
	return p
}

func (w *world) loadAnswers(ctx context.Context, questions []question, ids []id.Post) error {
	var pieces []piece
	for i, q := range questions {
		asked := w.question(q).at
		for _, a := range q.Answers {
			at := asked.Add(hours(a.AfterHours))
			p := piece{edits: a.Edits, comments: a.Comments, up: a.Up, down: a.Down, space: q.Space, at: at}
			p.post = posts.ImportedPost{
				Kind: posts.Answer, Question: ids[i], Space: w.spaces[q.Space], Author: w.people[a.Author], Body: a.Body, CreatedAt: at,
			}
			pieces = append(pieces, p)
		}
	}
	answerIDs, err := w.write(ctx, pieces)
	if err != nil {
		return err
	}
	var acceptances []posts.ImportedAcceptance
	next := 0
	for i, q := range questions {
		if len(q.Answers) > 0 {
			w.answers[q.Title] = answerIDs[next]
		}
		for _, a := range q.Answers {
			if a.Accepted {
				at := w.notLater(pieces[next].at.Add(hours(1 + 20*fraction(a.Body))))
				acceptances = append(acceptances, posts.ImportedAcceptance{Question: ids[i], Answer: answerIDs[next], At: at})
			}
			next++
		}
	}
	return w.Posts.ImportAcceptances(ctx, acceptances)
}

// write takes pieces in with their history, comments and votes.
func (w *world) write(ctx context.Context, pieces []piece) ([]id.Post, error) {
	imported := make([]posts.ImportedPost, len(pieces))
	revisions := make([][]posts.ImportedRevision, len(pieces))
	for i := range pieces {
		imported[i], revisions[i] = w.edited(pieces[i])
	}
	ids, err := w.Posts.Import(ctx, imported)
	if err != nil {
		return nil, fmt.Errorf("load posts: %w", err)
	}
	var history []posts.ImportedRevision
	var ballots []votes.ImportedVote
	for i := range pieces {
		for _, revision := range revisions[i] {
			revision.Post = ids[i]
			history = append(history, revision)
		}
		ballots = append(ballots, w.ballots(pieces[i], ids[i])...)
	}
	if err := w.Posts.ImportRevisions(ctx, history); err != nil {
		return nil, err
	}
	if err := w.comment(ctx, pieces, ids); err != nil {
		return nil, err
	}
	if err := w.Suggestions.FromRevisions(ctx, ids); err != nil {
		return nil, err
	}
	return ids, w.Votes.Import(ctx, ballots)
}

// comment takes the comments in, and the replies after what they answer.
func (w *world) comment(ctx context.Context, pieces []piece, ids []id.Post) error {
	var remarks, replies []comments.ImportedComment
	var answered []int
	for i := range pieces {
		for _, c := range pieces[i].comments {
			remark := comments.ImportedComment{
				Post: ids[i], Author: w.people[c.Author], Body: c.Body, Score: c.Up, CreatedAt: pieces[i].at.Add(hours(c.AfterHours)),
			}
			if !c.Reply {
				remarks = append(remarks, remark)
				continue
			}
			replies, answered = append(replies, remark), append(answered, len(remarks)-1)
		}
	}
	parents, err := w.Comments.Import(ctx, remarks)
	if err != nil {
		return err
	}
	for i := range replies {
		replies[i].Parent = parents[answered[i]]
	}
	_, err = w.Comments.Import(ctx, replies)
	return err
}

// edited gives the post as its last edit left it, and every state before.
func (w *world) edited(p piece) (posts.ImportedPost, []posts.ImportedRevision) {
	post := p.post
	revisions := []posts.ImportedRevision{state(post, 1, "initial", post.Author, p.at, "")}
	for i, e := range p.edits {
		how := ""
		switch {
		case e.Improved:
			how = "improved"
		case e.AcceptedBy != "":
			how = "accepted"
		}
		if e.Title != "" {
			post.Title = e.Title
		}
		if e.Body != "" {
			post.Body = e.Body
		}
		if e.Tags != nil {
			post.Tags = e.Tags
		}
		at := p.at.Add(hours(e.AfterHours))
		post.EditedAt, post.Editor = &at, w.people[e.Author]
		edited := state(post, i+2, "edit", post.Editor, at, e.Summary)
		edited.Suggested, edited.AcceptedBy = how, w.people[e.AcceptedBy]
		revisions = append(revisions, edited)
	}
	return post, revisions
}

func state(post posts.ImportedPost, number int, kind string, author id.User, at time.Time, summary string) posts.ImportedRevision {
	return posts.ImportedRevision{
		Number: number, Kind: kind, Author: author, CreatedAt: at, Summary: summary, Title: post.Title, Body: post.Body, Tags: post.Tags,
	}
}

func (w *world) close(ctx context.Context, questions []question, byTitle map[string]id.Post) error {
	var closures []posts.ImportedClosure
	var links []posts.ImportedLink
	for _, q := range questions {
		if q.Closed == nil {
			continue
		}
		at := w.question(q).at.Add(hours(q.Closed.AfterHours))
		original := byTitle[q.Closed.DuplicateOf]
		closures = append(closures, posts.ImportedClosure{
			Question: byTitle[q.Title], Reason: q.Closed.Reason, At: at, By: w.people[q.Closed.By], DuplicateOf: original, Note: q.Closed.Note,
		})
		if original != 0 {
			links = append(links, posts.ImportedLink{Post: byTitle[q.Title], Target: original, Duplicate: true, CreatedAt: at})
		}
	}
	if err := w.Posts.ImportClosures(ctx, closures); err != nil {
		return err
	}
	return w.Posts.ImportLinks(ctx, links)
}

func (w *world) mark(ctx context.Context, questions []question) error {
	var marks []posts.ImportedMark
	for _, q := range questions {
		for _, m := range q.Marks {
			marks = append(marks, posts.ImportedMark{
				Question: w.questions[q.Title], Mark: posts.Mark(m.Mark), At: w.question(q).at.Add(hours(m.AfterHours)), By: w.people[m.By], Note: m.Note,
			})
		}
	}
	return w.Posts.ImportMarks(ctx, marks)
}
