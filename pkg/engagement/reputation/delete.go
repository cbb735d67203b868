package reputation

import (
	"context"

	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
)

// OnPostDeleted takes back everything the post had earned anybody; with a question, what its answers had earned.
func (l *Ledger) OnPostDeleted(ctx context.Context, e event.PostDeleted) error {
	return l.reverse(ctx, e.Post, reverseLive)
}

// OnPostUndeleted gives it back exactly, and what being deleted as spam had cost.
func (l *Ledger) OnPostUndeleted(ctx context.Context, e event.PostUndeleted) error {
	if err := l.reverse(ctx, e.Post, reverseDeletion); err != nil || e.Author == 0 {
		return err
	}
	return l.write(ctx, []id.User{e.Author}, []id.Post{e.Post}, []change{forgiveSpam(e.Post, l.clock.Now())})
}

// OnPostDeletedAsSpam charges its author; it comes after the deletion, which it would else be taken back by.
func (l *Ledger) OnPostDeletedAsSpam(ctx context.Context, e event.PostDeletedAsSpam) error {
	return l.settle(ctx, e.Post, nil, []cause{{e.Author, DeletedAsSpam, e.Post, e.By}})
}

// reverse writes the opposite of entries of a post and, when it is a question, of its answers that are not deleted.
// The post is locked by whoever publishes, so no vote comes between.
func (l *Ledger) reverse(ctx context.Context, post id.Post, which string) error {
	posts, people, err := l.store.earners(ctx, post)
	if err != nil || len(people) == 0 {
		return err
	}
	return l.write(ctx, people, posts, []change{reversal(posts, which, l.clock.Now())})
}
