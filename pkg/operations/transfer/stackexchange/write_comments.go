package stackexchange

import (
	"context"

	"wellspring/pkg/content/comments"
	"wellspring/pkg/kernel/id"
)

const commentsBatch = 500

func (i *Importer) writeComments(ctx context.Context, r *run) error {
	if !r.dump.has(commentsFile) {
		return nil
	}
	total, changed, err := i.store.countComments(ctx, r.site)
	if err != nil {
		return err
	}
	r.tally(kindComments, func(t *Tally) { t.Unchanged = total - changed })
	watch := r.watch("comments", changed)
	for after := int64(-1); ; {
		rows, err := i.store.changedComments(ctx, r.site, after, commentsBatch)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return i.removeComments(ctx, r)
		}
		if err := i.writeSomeComments(ctx, r, rows); err != nil {
			return err
		}
		after = rows[len(rows)-1].Row.ID
		watch(len(rows))
	}
}

func (i *Importer) writeSomeComments(ctx context.Context, r *run, rows []changedComment) error {
	var imported []comments.ImportedComment
	var refs []ref
	for _, row := range rows {
		if row.EditedHere {
			r.report.note("comments that were edited here since, and stay as they are here", 1)
			r.tally(kindComments, func(t *Tally) { t.Unchanged++ })
			continue
		}
		r.tally(kindComments, func(t *Tally) {
			if row.LocalID == 0 {
				t.New++
			} else {
				t.Changed++
			}
		})
		imported = append(imported, comments.ImportedComment{
			ID: id.Comment(row.LocalID), Post: id.Post(row.LocalPost), Author: id.User(row.LocalUser),
			AuthorName: authorName(row.Row.UserID, row.LocalUser != 0, row.KnownName, row.Row.UserName),
			Body:       row.Row.Body, Score: row.Row.Score, CreatedAt: row.Row.CreatedAt,
		})
		refs = append(refs, ref{External: row.Row.ID, Hash: row.Hash})
	}
	if len(imported) == 0 {
		return nil
	}
	ids, err := i.Comments.Import(ctx, imported)
	if err != nil {
		return err
	}
	for n := range ids {
		refs[n].Local = int64(ids[n])
	}
	return i.store.remember(ctx, r.site, refComment, refs)
}

func (i *Importer) removeComments(ctx context.Context, r *run) error {
	for {
		gone, err := i.store.missingComments(ctx, r.site, commentsBatch)
		if err != nil || len(gone) == 0 {
			return err
		}
		removed, err := i.Comments.SoftDeleteMissing(ctx, localsOf[id.Comment](gone))
		if err != nil {
			return err
		}
		r.tally(kindComments, func(t *Tally) { t.Removed += removed })
		if err := i.store.disown(ctx, r.site, refComment, gone); err != nil {
			return err
		}
	}
}
