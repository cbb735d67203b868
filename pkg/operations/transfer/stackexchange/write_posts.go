package stackexchange

import (
	"context"
	"encoding/json"
	"fmt"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

func (i *Importer) writeQuestions(ctx context.Context, r *run) error {
	return i.writePosts(ctx, r, kindQuestion, kindQuestions)
}

func (i *Importer) writeAnswers(ctx context.Context, r *run) error {
	return i.writePosts(ctx, r, kindAnswer, kindAnswers)
}

func (i *Importer) writePosts(ctx context.Context, r *run, kind, called string) error {
	total, changed, err := i.store.countChangedPosts(ctx, kind)
	if err != nil {
		return err
	}
	r.tally(called, func(t *Tally) { t.Unchanged = total - changed })
	watch := r.watch(called, changed)
	for after := int64(-1); ; {
		rows, err := i.store.changedPosts(ctx, r, kind, after, preparedBatch)
		if err != nil || len(rows) == 0 {
			return err
		}
		if err := i.writeSomePosts(ctx, r, called, rows); err != nil {
			return err
		}
		after = rows[len(rows)-1].ID
		watch(len(rows))
	}
}

func (i *Importer) writeSomePosts(ctx context.Context, r *run, called string, rows []changedPost) error {
	var texts []postText
	kept := rows[:0]
	for _, row := range rows {
		if row.EditedHere {
			r.report.note("posts that were edited here since, whose texts stay as they are here", 1)
			r.tally(called, func(t *Tally) { t.Unchanged++ })
			continue
		}
		text, err := row.decode()
		if err != nil {
			return err
		}
		kept, texts = append(kept, row), append(texts, text)
	}
	if len(kept) == 0 {
		return nil
	}
	people, questions, err := i.namedIn(ctx, r.site, kept, texts)
	if err != nil {
		return err
	}
	prepared := make([]posts.PreparedPost, len(kept))
	for n, row := range kept {
		prepared[n] = texts[n].post
		prepared[n].Settle(posts.Settlement{
			ID: id.Post(row.LocalID), Question: id.Post(questions[row.ParentID]), Space: r.space,
			Author: id.User(people[row.OwnerID]), Editor: id.User(people[row.EditorID]),
		})
	}
	ids, err := i.Posts.ImportPrepared(ctx, prepared)
	if err != nil {
		return err
	}
	refs := make([]ref, len(kept))
	for n, row := range kept {
		refs[n] = ref{External: row.ID, Local: int64(ids[n]), Hash: row.ContentHash}
		r.tally(called, func(t *Tally) {
			if row.LocalID == 0 {
				t.New++
			} else {
				t.Changed++
			}
		})
	}
	if err := i.store.remember(ctx, r.site, refPost, refs); err != nil {
		return err
	}
	if err := i.creditRevived(ctx, kept); err != nil {
		return err
	}
	if err := i.writeRevisions(ctx, r, ids, texts, people); err != nil {
		return err
	}
	return i.Suggestions.FromRevisions(ctx, ids)
}

// postText is a prepared post with its history.
type postText struct {
	post      posts.PreparedPost
	revisions []revision
}

func (c changedPost) decode() (postText, error) {
	var text postText
	if err := json.Unmarshal(c.Post, &text.post); err != nil {
		return text, fmt.Errorf("decode post %d: %w", c.ID, err)
	}
	if err := json.Unmarshal(c.Revisions, &text.revisions); err != nil {
		return text, fmt.Errorf("decode the history of post %d: %w", c.ID, err)
	}
	return text, nil
}

// namedIn looks up everybody who wrote or edited one of the posts, and the questions of answers.
func (i *Importer) namedIn(ctx context.Context, site string, rows []changedPost, texts []postText) (people, questions map[int64]int64, err error) {
	users, parents := map[int64]bool{}, map[int64]bool{}
	for n, row := range rows {
		users[row.OwnerID], users[row.EditorID] = true, true
		if row.ParentID != 0 {
			parents[row.ParentID] = true
		}
		for _, revision := range texts[n].revisions {
			users[revision.User], users[revision.Accepter] = true, true
		}
	}
	if people, err = i.store.locals(ctx, site, refPerson, sortedIDs(users)); err != nil {
		return nil, nil, err
	}
	questions, err = i.store.locals(ctx, site, refPost, sortedIDs(parents))
	return people, questions, err
}

func (i *Importer) writeRevisions(ctx context.Context, r *run, ids []id.Post, texts []postText, people map[int64]int64) error {
	var revisions []posts.ImportedRevision
	for n, text := range texts {
		for _, v := range text.revisions {
			revisions = append(revisions, posts.ImportedRevision{
				Post: ids[n], Number: v.Number, Kind: v.Kind, Author: id.User(people[v.User]), AuthorName: v.UserName,
				CreatedAt: v.CreatedAt, Summary: v.Summary, Title: v.Title, Body: v.Body, Tags: v.Tags,
				Suggested: suggestedAs(v), AcceptedBy: id.User(people[v.Accepter]),
			})
		}
	}
	if len(revisions) == 0 {
		return nil
	}
	r.tally(kindRevisions, func(t *Tally) { t.New += len(revisions) })
	return i.Posts.ImportRevisions(ctx, revisions)
}

// suggestedAs does not tell accepted from improved: the dump has an improvement as a revision of its own.
func suggestedAs(v revision) string {
	if v.Suggested {
		return "accepted"
	}
	return ""
}

// removePosts deletes, softly, what the dump no longer holds.
func (i *Importer) removePosts(ctx context.Context, r *run) error {
	for _, kind := range []string{kindQuestion, kindAnswer} {
		for {
			gone, err := i.store.missingPosts(ctx, r.site, kind, preparedBatch)
			if err != nil {
				return err
			}
			if len(gone) == 0 {
				break
			}
			removed, err := i.removeSomePosts(ctx, localsOf[id.Post](gone))
			if err != nil {
				return err
			}
			called := map[string]string{kindQuestion: kindQuestions, kindAnswer: kindAnswers}[kind]
			r.tally(called, func(t *Tally) { t.Removed += removed })
			if err := i.store.disown(ctx, r.site, refPost, gone); err != nil {
				return err
			}
		}
	}
	return nil
}

// removeSomePosts also takes back what people here had earned with them.
func (i *Importer) removeSomePosts(ctx context.Context, gone []id.Post) (int, error) {
	for _, post := range gone {
		if err := i.Reputation.OnPostDeleted(ctx, event.PostDeleted{PostRef: event.PostRef{Post: post}}); err != nil {
			return 0, err
		}
	}
	return i.Posts.SoftDeleteMissing(ctx, gone)
}

// creditRevived gives back what people here had earned with posts that an earlier import had removed.
func (i *Importer) creditRevived(ctx context.Context, rows []changedPost) error {
	for _, row := range rows {
		if !row.Gone {
			continue
		}
		err := i.Reputation.OnPostUndeleted(ctx, event.PostUndeleted{PostRef: event.PostRef{Post: id.Post(row.LocalID)}})
		if err != nil {
			return err
		}
	}
	return nil
}
