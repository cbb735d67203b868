package mails

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/db"
)

type store struct{ db *db.DB }

type preferencesRow struct {
	UserID id.User `gorm:"primaryKey"`
	Preferences
}

// TableName is the table of the rows.
func (preferencesRow) TableName() string { return "mail_preferences" }

// lock has whoever else changes the person's preferences wait.
func (s store) lock(ctx context.Context, person id.User) error {
	if err := s.db.Gorm(ctx).Exec(`SELECT 1 FROM users WHERE id = ? FOR NO KEY UPDATE`, person).Error; err != nil {
		return fmt.Errorf("lock the mail preferences of person %d: %w", person, err)
	}
	return nil
}

func (s store) preferences(ctx context.Context, person id.User) (Preferences, error) {
	var row preferencesRow
	err := s.db.Gorm(ctx).Where("user_id = ?", person).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return defaults(), nil
	}
	if err != nil {
		return Preferences{}, fmt.Errorf("load the mail preferences of person %d: %w", person, err)
	}
	return row.Preferences, nil
}

func (s store) prefer(ctx context.Context, person id.User, p Preferences) error {
	row := preferencesRow{UserID: person, Preferences: p}
	if err := s.db.Gorm(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
		return fmt.Errorf("store the mail preferences of person %d: %w", person, err)
	}
	return nil
}

// preferencesOf leaves out whom nothing can be sent to.
func (s store) preferencesOf(ctx context.Context, people []int64) ([]preferencesRow, error) {
	var active []id.User
	err := s.db.Gorm(ctx).Raw(`
		SELECT id FROM users WHERE id = ANY(?) AND state = 'active' AND email IS NOT NULL ORDER BY id`, db.Array[int64](people)).Scan(&active).Error
	if err != nil {
		return nil, fmt.Errorf("find whom to mail: %w", err)
	}
	var chosen []preferencesRow
	if err := s.db.Gorm(ctx).Where("user_id = ANY(?)", db.Array[id.User](active)).Find(&chosen).Error; err != nil {
		return nil, fmt.Errorf("load mail preferences: %w", err)
	}
	byPerson := map[id.User]Preferences{}
	for _, row := range chosen {
		byPerson[row.UserID] = row.Preferences
	}
	all := make([]preferencesRow, 0, len(active))
	for _, person := range active {
		p, found := byPerson[person]
		if !found {
			p = defaults()
		}
		all = append(all, preferencesRow{person, p})
	}
	return all, nil
}

// recipient is whom a mail goes to.
type recipient struct {
	Email    string
	Name     string
	Language string
}

func (s store) recipient(ctx context.Context, person id.User) (recipient, error) {
	var found recipient
	err := s.db.Gorm(ctx).Raw(`SELECT coalesce(email, '') AS email, name, language FROM users WHERE id = ?`, person).Take(&found).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return recipient{}, noSuchLink()
	}
	if err != nil {
		return recipient{}, fmt.Errorf("find the address of person %d: %w", person, err)
	}
	return found, nil
}
