package stackexchange

import (
	"context"

	"wellspring/pkg/content/posts"
	"wellspring/pkg/kernel/id"
)

const factsBatch = 1_000

// writeVotes replaces the votes of posts where they differ.
func (i *Importer) writeVotes(ctx context.Context, r *run) error {
	if !r.dump.has(votesFile) {
		return nil
	}
	voted, err := i.store.countVoted(ctx)
	if err != nil {
		return err
	}
	r.tally(kindVotes, func(t *Tally) { t.Unchanged = voted })
	watch := r.watch("votes", 0)
	for after := int64(-1); ; {
		differing, err := i.store.differingVotes(ctx, r.site, after, factsBatch)
		if err != nil || len(differing) == 0 {
			return err
		}
		refs := make([]ref, len(differing))
		for n, post := range differing {
			refs[n] = ref{External: post.ExternalID, Local: post.LocalID}
			r.tally(kindVotes, post.count)
		}
		votes, err := i.store.votesOf(ctx, r.site, refs)
		if err != nil {
			return err
		}
		if err := i.Posts.ForgetVotes(ctx, localsOf[id.Post](refs)); err != nil {
			return err
		}
		if err := i.Posts.ImportVotes(ctx, votes); err != nil {
			return err
		}
		after = refs[len(refs)-1].External
		watch(len(refs))
	}
}

func (d differingPost) count(t *Tally) {
	switch {
	case !d.Had:
		t.New++
		t.Unchanged--
	case !d.Wanted:
		t.Removed++
	default:
		t.Changed++
		t.Unchanged--
	}
}

// writeLinks adds the links that are new, and takes those away that an earlier dump held and this one does not.
func (i *Importer) writeLinks(ctx context.Context, r *run) error {
	if !r.dump.has(linksFile) {
		return nil
	}
	total, err := i.store.countLinks(ctx)
	if err != nil {
		return err
	}
	added, err := i.eachLink(ctx, r, i.store.newLinks, i.Posts.ImportLinks)
	if err != nil {
		return err
	}
	removed, err := i.eachLink(ctx, r, i.store.staleLinks, i.Posts.ForgetLinks)
	r.tally(kindLinks, func(t *Tally) { t.New, t.Unchanged, t.Removed = added, total-added, removed })
	return err
}

// eachLink hands batches of links on until there are none left to do.
func (i *Importer) eachLink(
	ctx context.Context, r *run, find func(context.Context, *run, int) ([]posts.ImportedLink, error),
	do func(context.Context, []posts.ImportedLink) error,
) (done int, err error) {
	for {
		links, err := find(ctx, r, factsBatch)
		if err != nil || len(links) == 0 {
			return done, err
		}
		if err := do(ctx, links); err != nil {
			return done, err
		}
		done += len(links)
	}
}

// writeAcceptances follows the dump, except where an answer was accepted here since the last one.
func (i *Importer) writeAcceptances(ctx context.Context, r *run) error {
	total, err := i.store.countAccepted(ctx)
	if err != nil {
		return err
	}
	r.tally(kindAcceptances, func(t *Tally) { t.Unchanged = total })
	for after := int64(-1); ; {
		rows, err := i.store.differingAcceptances(ctx, r, after, factsBatch)
		if err != nil || len(rows) == 0 {
			return err
		}
		acceptances := make([]posts.ImportedAcceptance, len(rows))
		for n, row := range rows {
			acceptances[n] = posts.ImportedAcceptance{Question: row.Question, Answer: row.Answer, At: row.At}
			r.tally(kindAcceptances, differingPost{Had: row.Had, Wanted: row.Answer != 0}.count)
		}
		if err := i.Posts.ImportAcceptances(ctx, acceptances); err != nil {
			return err
		}
		after = rows[len(rows)-1].ExternalID
	}
}

// writeClosures follows the dump, except where a question was closed or reopened here since the last one.
func (i *Importer) writeClosures(ctx context.Context, r *run) error {
	total, err := i.store.countClosed(ctx)
	if err != nil {
		return err
	}
	r.tally(kindClosures, func(t *Tally) { t.Unchanged = total })
	for after := int64(-1); ; {
		rows, err := i.store.differingClosures(ctx, r, after, factsBatch)
		if err != nil || len(rows) == 0 {
			return err
		}
		closures := make([]posts.ImportedClosure, len(rows))
		for n, row := range rows {
			closures[n] = posts.ImportedClosure{Question: row.Question, Reason: row.Reason, At: row.At, By: row.By, DuplicateOf: row.DuplicateOf}
			r.tally(kindClosures, differingPost{Had: row.Had, Wanted: row.Reason != ""}.count)
		}
		if err := i.Posts.ImportClosures(ctx, closures); err != nil {
			return err
		}
		after = rows[len(rows)-1].ExternalID
	}
}
