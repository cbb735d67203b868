package demo

import (
	"context"
	"fmt"
	"time"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/event"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/platform/bus"
)

// told is how far back the inboxes of the demonstration reach.
const told = 30 * 24 * time.Hour

// happening is something of the last days that people are told of.
type happening struct {
	Kind     string
	At       time.Time
	Post     id.Post
	Comment  id.Comment
	Question id.Post
	Space    id.Space
	Author   id.User
	By       id.User
	PostKind string
}

// fillInboxes has the reactions to what happened lately take place, as they would have when it happened. What is older
// than a week counts as read.
func (w *world) fillInboxes(ctx context.Context) error {
	var all []happening
	err := w.DB.Gorm(ctx).Raw(`
		SELECT * FROM (
			SELECT CASE p.kind WHEN 'question' THEN 'question' ELSE 'answer' END AS kind, p.created_at AS at, p.id AS post, 0 AS comment,
				coalesce(p.question_id, p.id) AS question, p.space_id AS space, coalesce(p.author_id, 0) AS author, coalesce(p.author_id, 0) AS by,
				p.kind AS post_kind
			FROM posts p
			UNION ALL
			SELECT 'comment', c.created_at, p.id, c.id, coalesce(p.question_id, p.id), p.space_id, coalesce(p.author_id, 0),
				coalesce(c.author_id, 0), p.kind
			FROM comments c JOIN posts p ON p.id = c.post_id
			UNION ALL
			SELECT 'accept', q.accepted_at, a.id, 0, q.id, q.space_id, coalesce(a.author_id, 0), coalesce(q.author_id, 0), a.kind
			FROM posts q JOIN posts a ON a.id = q.accepted_answer_id
			UNION ALL
			-- Votes on what is new were cast in the days since, although they are all of this moment.
			SELECT 'vote', greatest(p.created_at, v.created_at - p.id % 20 * interval '9 hours'), p.id, 0,
				coalesce(p.question_id, p.id), p.space_id, coalesce(p.author_id, 0), v.user_id, p.kind
			FROM votes v JOIN posts p ON p.id = v.post_id WHERE v.value = 1
			UNION ALL
			SELECT told.kind, told.at, coalesce(b.answer_id, q.id), 0, q.id, q.space_id, coalesce(a.author_id, q.author_id, 0), b.offerer_id, q.kind
			FROM bounties b JOIN posts q ON q.id = b.question_id LEFT JOIN posts a ON a.id = b.answer_id
			CROSS JOIN LATERAL (VALUES ('bounty-offered', b.offered_at, b.ended_at IS NULL),
				('bounty-ending', b.ends_at - interval '1 day', b.ended_at IS NULL AND b.ends_at - interval '1 day' <= @now),
				('bounty-' || b.outcome, b.ended_at, b.ended_at IS NOT NULL)) AS told (kind, at, so)
			WHERE told.so
		) happened WHERE at > @since ORDER BY at`, map[string]any{"now": w.now, "since": w.now.Add(-told)}).Scan(&all).Error
	if err != nil {
		return fmt.Errorf("look for what happened lately: %w", err)
	}
	for i := range all {
		if err := w.tell(ctx, &all[i]); err != nil {
			return err
		}
	}
	for _, person := range w.people {
		if err := w.Notifications.MarkAllRead(ctx, authz.Actor{User: person}, w.now.Add(-told/4)); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) tell(ctx context.Context, h *happening) error {
	about := event.PostRef{Post: h.Post, Kind: h.PostKind, Question: h.Question, Author: h.Author}
	switch h.Kind {
	case "question":
		return w.Notifications.OnQuestionAsked(ctx, h.At, event.QuestionAsked{Question: h.Post, Author: h.Author, Space: h.Space})
	case "answer":
		return w.Notifications.OnAnswerPosted(ctx, h.At, event.AnswerPosted{Answer: h.Post, Question: h.Question, Author: h.Author})
	case "comment":
		return w.Notifications.OnCommentPosted(ctx, h.At, event.CommentPosted{PostRef: about, Comment: h.Comment, Commenter: h.By})
	case "accept":
		return w.Notifications.OnAnswerAccepted(ctx, h.At, event.AnswerAccepted{
			Answer: h.Post, Question: h.Question, Answerer: h.Author, Asker: h.By, By: h.By,
		})
	case "bounty-offered":
		return w.Notifications.OnBountyOffered(ctx, h.At, event.BountyOffered{Question: h.Question, Offerer: h.By})
	case "bounty-ending":
		return w.Notifications.OnBountyEnding(ctx, h.At, event.BountyEnding{Question: h.Question, Offerer: h.By})
	case "bounty-awarded":
		return w.Notifications.OnBountyAwarded(ctx, h.At, event.BountyAwarded{Question: h.Question, Offerer: h.By, Answer: h.Post, Answerer: h.Author})
	case "bounty-returned":
		return w.Notifications.OnBountyReturned(ctx, h.At, event.BountyReturned{Question: h.Question, Offerer: h.By})
	default:
		vote := event.VoteCast{PostRef: about, Voter: h.By, After: 1}
		return w.Notifications.OnVotesCast(ctx, []bus.Heard[event.VoteCast]{{At: h.At, Event: vote}})
	}
}
