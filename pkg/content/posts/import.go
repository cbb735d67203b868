package posts

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"time"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/signal"
)

// ImportedPost is a post of another system or of the demonstration. Its body is Markdown and is rendered on the way in.
type ImportedPost struct {
	// ID is zero for a post that is new here; otherwise the post is brought up to date and, where an import had
	// deleted it, back.
	ID         id.Post
	Kind       Kind
	Question   id.Post
	Space      id.Space
	Author     id.User
	AuthorName string
	Title      string
	Body       string
	Tags       []string
	Views      int
	CreatedAt  time.Time
	EditedAt   *time.Time
	Editor     id.User
	LockedAt   *time.Time
	Site       string
	URL        string
}

// Import writes a batch of posts and gives their ids in the same order. Questions come before their answers. Nothing
// is published and no counter moves: an import ends with Derive and Recount. Batches of 500 to 2,000 are fastest.
func (s *Service) Import(ctx context.Context, posts []ImportedPost) ([]id.Post, error) {
	rows := s.rowsOf(posts)
	ids := make([]id.Post, len(posts))
	err := s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.number(ctx, rows); err != nil {
			return err
		}
		for i := range rows {
			ids[i] = rows[i].ID
		}
		return s.store.importPosts(ctx, rows)
	})
	return ids, err
}

// ImportedRevision is one state of an imported post's text, whole; answers have neither title nor tags.
type ImportedRevision struct {
	Post       id.Post
	Number     int
	Kind       string
	Author     id.User
	AuthorName string
	CreatedAt  time.Time
	Summary    string
	Title      string
	Body       string
	Tags       []string
	// Suggested is empty, or how the author's suggestion was accepted: accepted or improved, and by whom where that is known.
	Suggested  string
	AcceptedBy id.User
}

// ImportRevisions replaces the whole history of every post it names, so all revisions of a post belong into one call.
// A post without imported history keeps the single revision that Import gave it.
func (s *Service) ImportRevisions(ctx context.Context, revisions []ImportedRevision) error {
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.importRevisions(ctx, revisions) })
}

// ImportedVotes are the votes of one day on a post by people who are not named.
type ImportedVotes struct {
	Post id.Post
	Day  time.Time
	Up   int
	Down int
}

// ImportVotes adds votes to those imported before. Call ForgetImported first where a site is imported again, and keep
// the position in the source in the same transaction, so that no batch counts twice.
func (s *Service) ImportVotes(ctx context.Context, votes []ImportedVotes) error {
	return s.store.importVotes(ctx, votes)
}

// ForgetImported takes away the imported votes and the links of a site's posts, which are then imported as a whole.
func (s *Service) ForgetImported(ctx context.Context, site string) error {
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.forgetImported(ctx, site) })
}

// ImportedLink says that a post refers to another, as its duplicate or plainly.
type ImportedLink struct {
	Post      id.Post
	Target    id.Post
	Duplicate bool
	CreatedAt time.Time
}

// ImportLinks writes links; one that is known stays.
func (s *Service) ImportLinks(ctx context.Context, links []ImportedLink) error {
	return s.store.importLinks(ctx, links)
}

// ImportedAcceptance says which answer a question has accepted since when; an Answer of zero says that there is none.
type ImportedAcceptance struct {
	Question id.Post
	Answer   id.Post
	At       time.Time
}

// ImportAcceptances sets the accepted answers of questions; an answer of another question is ignored.
func (s *Service) ImportAcceptances(ctx context.Context, acceptances []ImportedAcceptance) error {
	return s.store.importAcceptances(ctx, acceptances)
}

// ImportedClosure says why and when a question was closed; an empty Reason says that it is open.
type ImportedClosure struct {
	Question    id.Post
	Reason      string
	At          time.Time
	By          id.User
	DuplicateOf id.Post
	Note        string
}

// ImportClosures sets the closures of questions.
func (s *Service) ImportClosures(ctx context.Context, closures []ImportedClosure) error {
	return s.db.InTx(ctx, func(ctx context.Context) error { return s.store.importClosures(ctx, closures) })
}

// ImportedMark says since when, by whom and why a question carries a mark.
type ImportedMark struct {
	Question id.Post
	Mark     Mark
	At       time.Time
	By       id.User
	Note     string
}

// ImportMarks puts marks on questions.
func (s *Service) ImportMarks(ctx context.Context, marks []ImportedMark) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		for _, m := range marks {
			if err := s.store.mark(ctx, m.Question, m.Mark, true, m.At); err != nil {
				return err
			}
			if err := s.store.addAct(ctx, m.Question, m.By, m.At, act{Kind: ActKind(m.Mark), Note: m.Note}); err != nil {
				return err
			}
		}
		return nil
	})
}

// SoftDeleteMissing deletes posts that the source of an import no longer holds, and tells how many were still there.
// No person deleted them, so that a later import can bring them back.
func (s *Service) SoftDeleteMissing(ctx context.Context, missing []id.Post) (int, error) {
	return s.store.softDelete(ctx, missing, s.clock.Now())
}

// Derive finds out what last happened to questions, from their posts and comments. Imports end with it.
func (s *Service) Derive(ctx context.Context, questions []id.Post) error {
	return s.store.deriveActivity(ctx, questions)
}

// DeriveAll is Derive for every question of a site, in batches.
func (s *Service) DeriveAll(ctx context.Context, site string) error {
	const batch = 5_000
	for last := id.Post(0); ; {
		questions, err := s.store.questionsOf(ctx, site, last, batch)
		if err != nil || len(questions) == 0 {
			return err
		}
		if err := s.Derive(ctx, questions); err != nil {
			return err
		}
		last = questions[len(questions)-1]
	}
}

// Recount sets every counter of posts from its source rows and drops the caches; imports and repairs end with it.
func (s *Service) Recount(ctx context.Context) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		if err := s.store.recount(ctx); err != nil {
			return err
		}
		s.signals.Send(ctx, signal.Everything)
		return nil
	})
}

// RecountPosts is Recount for a few posts.
func (s *Service) RecountPosts(ctx context.Context, posts []id.Post) error {
	return s.db.InTx(ctx, func(ctx context.Context) error {
		questions, err := s.store.recountSome(ctx, posts)
		if err != nil {
			return err
		}
		for _, question := range questions {
			s.Changed(ctx, question)
		}
		return nil
	})
}

// rowsOf renders on all processors, since rendering takes longer than everything else.
func (s *Service) rowsOf(posts []ImportedPost) []postRow {
	rows := make([]postRow, len(posts))
	var rendering sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		rendering.Go(func() {
			for i := worker; i < len(posts); i += workers {
				rows[i] = s.rowOf(posts[i])
			}
		})
	}
	rendering.Wait()
	return rows
}

func (s *Service) rowOf(post ImportedPost) postRow {
	body := storable(post.Body)
	shown := s.render(body)
	tags := post.Tags
	if tags == nil {
		tags = []string{}
	}
	return postRow{
		ID: post.ID, Kind: post.Kind, Question: post.Question, Space: post.Space, Author: post.Author, AuthorName: storable(post.AuthorName),
		Title: storable(post.Title), Body: body, HTML: shown.HTML, Excerpt: shown.Excerpt, Version: shown.Version, Tags: tags,
		Views: post.Views, CreatedAt: post.CreatedAt, EditedAt: post.EditedAt, Editor: post.Editor, LockedAt: post.LockedAt,
		Site: post.Site, URL: post.URL,
	}
}

// storable takes out what Postgres cannot keep; old dumps hold such bytes.
func storable(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
}
