package saves

import (
	"context"
	"fmt"
	"strings"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type listRow struct {
	ID    id.SaveList
	Name  string
	Count int
}

// taken tells whether another list than this one has the name.
func taken(lists []listRow, name string, except id.SaveList) bool {
	for _, list := range lists {
		if list.ID != except && strings.EqualFold(list.Name, name) {
			return true
		}
	}
	return false
}

// lockLists gives a person's lists and has whoever changes them too wait: the person's row stands for all of them, those
// that are about to be made included.
func (s store) lockLists(ctx context.Context, user id.User) ([]listRow, error) {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, user).Error; err != nil {
		return nil, fmt.Errorf("lock the lists of person %d: %w", user, err)
	}
	var found []listRow
	if err := s.db.Gorm(ctx).Raw(`SELECT id, name FROM save_lists WHERE user_id = ?`, user).Scan(&found).Error; err != nil {
		return nil, fmt.Errorf("read the lists of person %d: %w", user, err)
	}
	return found, nil
}

// holdList keeps a list from being deleted until the transaction ends.
func (s store) holdList(ctx context.Context, user id.User, list id.SaveList) error {
	var found int
	err := s.db.Gorm(ctx).Raw(`SELECT 1 FROM save_lists WHERE id = ? AND user_id = ? FOR KEY SHARE`, list, user).Scan(&found).Error
	if err != nil {
		return fmt.Errorf("hold list %d: %w", list, err)
	}
	if found == 0 {
		return noSuchList()
	}
	return nil
}

func (s store) createList(ctx context.Context, user id.User, name string, at time.Time) (id.SaveList, error) {
	var created id.SaveList
	err := s.db.Gorm(ctx).Raw(`
		INSERT INTO save_lists (user_id, name, place, created_at)
		SELECT ?, ?, coalesce(max(place), 0) + 1, ? FROM save_lists WHERE user_id = ?
		RETURNING id`, user, name, at, user).Scan(&created).Error
	if err != nil {
		return 0, fmt.Errorf("create a list: %w", err)
	}
	return created, nil
}

func (s store) renameList(ctx context.Context, list id.SaveList, name string) error {
	if err := s.db.Gorm(ctx).Exec(`UPDATE save_lists SET name = ? WHERE id = ?`, name, list).Error; err != nil {
		return fmt.Errorf("rename list %d: %w", list, err)
	}
	return nil
}

// deleteList locks the list first, so that nobody who saves into it meanwhile is left with a list that is gone.
func (s store) deleteList(ctx context.Context, list id.SaveList) error {
	for _, statement := range []string{
		`SELECT 1 FROM save_lists WHERE id = ? FOR UPDATE`,
		`UPDATE saves SET list_id = NULL WHERE list_id = ?`,
		`DELETE FROM save_lists WHERE id = ?`,
	} {
		if err := s.db.Gorm(ctx).Exec(statement, list).Error; err != nil {
			return fmt.Errorf("delete list %d: %w", list, err)
		}
	}
	return nil
}

func (s store) orderLists(ctx context.Context, order []id.SaveList) error {
	err := s.db.Gorm(ctx).Exec(`
		UPDATE save_lists SET place = wanted.place
		FROM unnest(?::bigint[]) WITH ORDINALITY AS wanted (id, place) WHERE save_lists.id = wanted.id`,
		db.Array[id.SaveList](order)).Error
	if err != nil {
		return fmt.Errorf("order lists: %w", err)
	}
	return nil
}

func (s store) lists(ctx context.Context, actor authz.Actor) ([]List, error) {
	readableOnly, readable := stillReadable(actor)
	var found []listRow
	err := s.db.Gorm(ctx).Raw(`
		WITH counted AS (
			SELECT coalesce(s.list_id, 0) AS list, count(*) AS number
			FROM saves s JOIN posts p ON p.id = s.post_id JOIN posts q ON q.id = coalesce(p.question_id, p.id)
			WHERE s.user_id = ? AND `+readableOnly+`
			GROUP BY 1
		)
		SELECT l.id, l.name, coalesce(c.number, 0) AS count
		FROM (
			SELECT 0::bigint AS id, '' AS name, 0 AS place UNION ALL SELECT id, name, place FROM save_lists WHERE user_id = ?
		) l
		LEFT JOIN counted c ON c.list = l.id
		ORDER BY l.place, l.id`, actor.User, readable, actor.User).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("list the lists of person %d: %w", actor.User, err)
	}
	lists := make([]List, len(found))
	for i, list := range found {
		lists[i] = List(list)
	}
	return lists, nil
}
