package mails

import (
	"context"
	"slices"
	"time"

	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/kernel/id"
)

// tooOld is when news is no longer worth a mail, such as after a long outage; the inbox has it.
const tooOld = 24 * time.Hour

// item is one notification that somebody is still to be told by e-mail.
type item struct {
	ID        int64
	UserID    id.User
	PostID    id.Post
	Kind      notifications.Kind
	CommentID id.Comment
	Name      string
	Topic     Topic
	Pace      Pace
	At        time.Time
	DueAt     time.Time
	Attempts  int
}

func (i *item) key() notifications.Key {
	return notifications.Key{Post: i.PostID, Kind: i.Kind, Comment: i.CommentID, Name: i.Name}
}

// OnTold notes the mails that a delivered notification is to be told by.
func (s *Service) OnTold(ctx context.Context, told notifications.Told) error {
	now := s.Clock.Now()
	if s.Sending() == None || now.Sub(told.At) > tooOld {
		return nil
	}
	people, err := s.store.preferencesOf(ctx, told.People)
	if err != nil {
		return err
	}
	var items []item
	for i := range people {
		p := &people[i]
		topic := topicOf(told, p.UserID)
		pace := *p.pace(topic)
		if pace == Off {
			continue
		}
		items = append(items, item{
			UserID: p.UserID, PostID: told.Post, Kind: told.Kind, CommentID: told.Comment, Name: told.Name, Topic: topic, Pace: pace,
			At: told.At, DueAt: p.due(pace, now),
		})
	}
	return s.store.enqueue(ctx, items)
}

func topicOf(told notifications.Told, person id.User) Topic {
	if !slices.Contains(told.Concerned, person) {
		return Followed
	}
	switch told.Kind {
	case notifications.Answer:
		return Answers
	case notifications.Comment, notifications.Mention:
		return Comments
	case notifications.Accept, notifications.BountyAwarded, notifications.BountyEnding, notifications.BountyReturned:
		return Accepts
	case notifications.Edit, notifications.FromComment, notifications.ToComment,
		notifications.Suggestion, notifications.SuggestionAccepted, notifications.SuggestionRejected:
		return Edits
	case notifications.Votes:
		return Votes
	case notifications.Closed, notifications.Reopened, notifications.FlagHelpful, notifications.FlagDeclined:
		return Closing
	case notifications.Badge, notifications.Privilege:
		return Recognition
	default:
		return Followed
	}
}
