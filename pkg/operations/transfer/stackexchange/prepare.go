package stackexchange

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/platform/markdown"
)

// preparedBatch posts are in memory at a time, with their whole history.
const preparedBatch = 100

// mapping is the version of what this package makes of a dump; raising it brings posts up to date that did not change there.
const mapping = 2

// prepare renders what is new or changed, and keeps the result until it is written.
func (i *Importer) prepare(ctx context.Context, r *run) error {
	if r.past(stagePrepare) {
		return nil
	}
	total, err := i.store.countPosts(ctx)
	if err != nil {
		return err
	}
	step := Progress{Step: "Rendering posts", Unit: Rows, Total: total}
	if step.Done, err = i.store.countPrepared(ctx); err != nil {
		return err
	}
	for {
		stored, err := i.store.postsAfter(ctx, r, preparedBatch)
		if err != nil {
			return err
		}
		if len(stored) == 0 {
			return i.endPreparing(ctx, r)
		}
		if err := i.prepareBatch(ctx, r, stored); err != nil {
			return err
		}
		step.Done += int64(len(stored))
		step.Rows = step.Done
		r.progress(step)
	}
}

func (i *Importer) endPreparing(ctx context.Context, r *run) error {
	if err := i.store.analysePrepared(ctx); err != nil {
		return err
	}
	return i.advance(ctx, r, stageWrite)
}

func (i *Importer) prepareBatch(ctx context.Context, r *run, stored []storedPost) error {
	histories, err := i.store.histories(ctx, stored)
	if err != nil {
		return err
	}
	rows := make([]preparedRow, len(stored))
	var rendering errgroup.Group
	rendering.SetLimit(runtime.GOMAXPROCS(0))
	for n := range stored {
		rendering.Go(func() (err error) {
			rows[n], err = i.preparePost(r, stored[n], histories[stored[n].ID])
			return err
		})
	}
	if err := rendering.Wait(); err != nil {
		return fmt.Errorf("render posts: %w", err)
	}
	report, last := r.report, stored[len(stored)-1].ID
	return i.DB.InTx(ctx, func(ctx context.Context) error {
		r.report, r.position = report.clone(), last
		for n := range rows {
			for what, times := range rows[n].notes {
				r.report.note(what, times)
			}
		}
		if err := i.store.keepPrepared(ctx, rows); err != nil {
			return err
		}
		return i.store.saveRun(ctx, r)
	})
}

func (i *Importer) preparePost(r *run, post storedPost, history []storedHistory) (preparedRow, error) {
	row := preparedRow{ID: post.ID, Kind: post.Kind, ParentID: post.ParentID, OwnerID: post.OwnerID, EditorID: post.EditorID, notes: map[string]int{}}
	if post.ClosedAt != nil && post.Kind == kindQuestion {
		found, known := closureOf(history)
		if !known {
			row.notes["closures without a reason in the history, taken as: needs detail"]++
		}
		row.ClosedAt, row.ClosedReason, row.ClosedBy = post.ClosedAt, found.reason, found.by
		if found.reason == "duplicate" {
			row.DuplicateOf = cmp.Or(found.duplicateOf, post.LinkedDuplicate)
		}
	}
	if !post.OwnerKnown {
		row.OwnerID = 0
	}
	var err error
	if row.Hash, err = contentHash(r.site, post, history); err != nil {
		return row, err
	}
	if row.Changed = !bytes.Equal(row.Hash, post.KnownHash); !row.Changed {
		return row, nil
	}
	err = i.render(&row, r, post, history)
	return row, err
}

// contentHash covers everything of which a written post is made.
func contentHash(site string, post storedPost, history []storedHistory) ([]byte, error) {
	post.KnownHash = nil
	text, err := json.Marshal([]any{mapping, markdown.Version, site, post, history})
	if err != nil {
		return nil, fmt.Errorf("encode post %d: %w", post.ID, err)
	}
	sum := sha256.Sum256(text)
	return sum[:], nil
}

// render takes the Markdown of the history where there is one, else the HTML, made harmless, which is Markdown too.
func (i *Importer) render(row *preparedRow, r *run, post storedPost, history []storedHistory) error {
	revisions := revisionsOf(history)
	body := ""
	if len(revisions) > 0 {
		body = revisions[len(revisions)-1].Body
	}
	if body == "" {
		body = markdown.SanitizeHTML(post.HTML)
		row.notes["posts without Markdown in the history, taken from the HTML"]++
	}
	prepared := i.Posts.Prepare(posts.ImportedPost{
		Kind: posts.Kind(post.Kind), AuthorName: authorName(post.OwnerID, post.OwnerKnown, post.KnownName, post.OwnerName),
		Title: post.Title, Body: body, Tags: post.Tags, Views: post.Views, CreatedAt: post.CreatedAt, EditedAt: editedAt(post, revisions),
		LockedAt: lockedAt(history), Site: r.site, URL: postURL(r.site, post.Kind, post.ID),
	})
	var err error
	if row.Post, err = json.Marshal(prepared); err != nil {
		return fmt.Errorf("encode post %d: %w", post.ID, err)
	}
	if row.Revisions, err = json.Marshal(revisions); err != nil {
		return fmt.Errorf("encode the history of post %d: %w", post.ID, err)
	}
	return nil
}

// editedAt goes by the history where the post itself does not say.
func editedAt(post storedPost, revisions []revision) *time.Time {
	if post.EditedAt == nil && len(revisions) > 1 {
		return &revisions[len(revisions)-1].CreatedAt
	}
	return post.EditedAt
}

// authorName is what stands beside a text: the person's name, or what the dump says of somebody who is gone.
func authorName(user int64, known bool, knownName, givenName string) string {
	switch {
	case known:
		return knownName
	case user == siteAccount:
		return siteName
	case givenName != "":
		return givenName
	case user != 0:
		return nameless(user)
	}
	return "anonymous"
}

func sortedIDs(ids map[int64]bool) []int64 {
	list := make([]int64, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	slices.Sort(list)
	return list
}
