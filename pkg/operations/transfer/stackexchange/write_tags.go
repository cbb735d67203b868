package stackexchange

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/content/tags"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/markdown"
)

const tagsBatch = 100

// writeTags comes last, because it counts tags under a lock that everybody who asks waits for.
func (i *Importer) writeTags(ctx context.Context, r *run) error {
	gone, err := i.store.missingTags(ctx, r)
	if err != nil {
		return err
	}
	total, err := i.store.count(ctx, "tags", tagNames+` SELECT count(*) FROM names`)
	if err != nil {
		return err
	}
	r.tally(kindTags, func(t *Tally) { t.Unchanged = total })
	for after := ""; ; {
		rows, err := i.store.tagsAfter(ctx, r, after, tagsBatch)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			break
		}
		if err := i.writeSomeTags(ctx, r, rows); err != nil {
			return err
		}
		after = rows[len(rows)-1].Name
	}
	if !r.report.Changed() && len(gone) == 0 {
		return nil
	}
	if err := i.Tags.Recount(ctx); err != nil {
		return err
	}
	return i.forgetTags(ctx, r, gone)
}

// tagText is what the two wiki posts of a tag say, and said.
type tagText struct {
	imported  tags.ImportedTag
	revisions []tags.ImportedRevision
	hash      []byte
}

func (i *Importer) writeSomeTags(ctx context.Context, r *run, rows []stagedTag) error {
	texts, err := i.tagTexts(ctx, r, rows)
	if err != nil {
		return err
	}
	var imported []tags.ImportedTag
	var revisions []tags.ImportedRevision
	var hashes []ref
	for n, row := range rows {
		text := texts[n]
		if row.LocalID != 0 && (row.ID == 0 || bytes.Equal(text.hash, row.KnownHash)) {
			continue
		}
		if row.WrittenHere {
			r.report.note("tags that people here have written about, whose texts stay as they are here", 1)
			text = tagText{imported: tags.ImportedTag{Name: row.Name, CreatedAt: row.CreatedAt}}
		}
		r.tally(kindTags, func(t *Tally) {
			t.Unchanged--
			if row.LocalID == 0 {
				t.New++
			} else {
				t.Changed++
			}
		})
		imported, revisions = append(imported, text.imported), append(revisions, text.revisions...)
		if row.ID != 0 {
			hashes = append(hashes, ref{External: row.ID, Hash: texts[n].hash})
		}
	}
	if len(imported) == 0 {
		return nil
	}
	if err := i.Tags.Import(ctx, imported); err != nil {
		return err
	}
	if err := i.Tags.ImportRevisions(ctx, revisions); err != nil {
		return err
	}
	return i.store.rememberTags(ctx, r.site, hashes)
}

func (i *Importer) tagTexts(ctx context.Context, r *run, rows []stagedTag) ([]tagText, error) {
	var wikis []storedPost
	users := map[int64]bool{}
	for _, row := range rows {
		wikis = append(wikis, storedPost{ID: row.ExcerptID}, storedPost{ID: row.WikiID})
	}
	histories, err := i.store.histories(ctx, wikis)
	if err != nil {
		return nil, err
	}
	for _, history := range histories {
		for _, row := range history {
			users[row.UserID] = true
		}
	}
	people, err := i.store.locals(ctx, r.site, refPerson, sortedIDs(users))
	if err != nil {
		return nil, err
	}
	texts := make([]tagText, len(rows))
	for n, row := range rows {
		if texts[n], err = textOf(row, revisionsOf(histories[row.ExcerptID]), revisionsOf(histories[row.WikiID]), people); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func textOf(row stagedTag, excerpts, wikis []revision, people map[int64]int64) (tagText, error) {
	text := tagText{imported: tags.ImportedTag{Name: row.Name, Description: describe(row.ExcerptHTML), CreatedAt: row.CreatedAt}}
	if len(wikis) > 0 {
		text.imported.Wiki = wikis[len(wikis)-1].Body
	}
	if text.imported.Wiki == "" {
		text.imported.Wiki = markdown.SanitizeHTML(row.WikiHTML)
	}
	text.revisions = mergeRevisions(row.Name, excerpts, wikis, people)
	encoded, err := json.Marshal([]any{mapping, text.imported, text.revisions})
	if err != nil {
		return text, fmt.Errorf("encode tag %s: %w", row.Name, err)
	}
	sum := sha256.Sum256(encoded)
	text.hash = sum[:]
	return text, nil
}

// describe makes the one line of plain text that a description is.
func describe(html string) string {
	line := []rune(strings.Join(strings.Fields(markdown.PlainFromHTML(html)), " "))
	if len(line) > tags.MaxDescription {
		return strings.TrimSpace(string(line[:tags.MaxDescription-1])) + "…"
	}
	return string(line)
}

// mergeRevisions makes one history of those of a tag's two texts. What was written at one moment is one revision;
// a tag that was made without a text has nothing to tell.
func mergeRevisions(name string, excerpts, wikis []revision, people map[int64]int64) []tags.ImportedRevision {
	var merged []tags.ImportedRevision
	description, wiki := "", ""
	for len(excerpts)+len(wikis) > 0 {
		at, user := nextMoment(excerpts, wikis)
		for len(excerpts) > 0 && excerpts[0].CreatedAt.Equal(at) {
			description, excerpts = strings.Join(strings.Fields(excerpts[0].Body), " "), excerpts[1:]
		}
		for len(wikis) > 0 && wikis[0].CreatedAt.Equal(at) {
			wiki, wikis = wikis[0].Body, wikis[1:]
		}
		if len(merged) == 0 && description == "" && wiki == "" {
			continue
		}
		merged = append(merged, tags.ImportedRevision{
			Tag: name, Number: len(merged) + 1, Author: id.User(people[user]), CreatedAt: at, Description: description, Wiki: wiki,
		})
	}
	return merged
}

func nextMoment(excerpts, wikis []revision) (time.Time, int64) {
	first := excerpts
	if len(excerpts) == 0 || len(wikis) > 0 && wikis[0].CreatedAt.Before(excerpts[0].CreatedAt) {
		first = wikis
	}
	return first[0].CreatedAt, first[0].User
}

// forgetTags removes tags that only earlier dumps held.
func (i *Importer) forgetTags(ctx context.Context, r *run, gone []goneTag) error {
	if len(gone) == 0 {
		return nil
	}
	names := make([]string, len(gone))
	for n, tag := range gone {
		names[n] = tag.Name
	}
	forgotten, err := i.Tags.Forget(ctx, names, r.before)
	if err != nil {
		return err
	}
	r.tally(kindTags, func(t *Tally) { t.Removed = forgotten })
	return i.store.dropTags(ctx, r.site, gone)
}
