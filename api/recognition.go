package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/badges"
	"wellspring/pkg/engagement/notifications"
)

// Recognition is a badge or privilege that the reader was told of.
type Recognition struct {
	Kind     string       `json:"kind" enum:"badge,privilege"`
	Key      string       `json:"key" doc:"Of the badge or of the privilege."`
	Name     string       `json:"name" doc:"Of a badge, in the reader's language; empty for a privilege."`
	Class    string       `json:"class" doc:"Of a badge: gold, silver or bronze; empty for a privilege."`
	Count    int          `json:"count" doc:"How often since it was last seen."`
	At       time.Time    `json:"at"`
	Unread   bool         `json:"unread"`
	Question *QuestionRef `json:"question" doc:"Where a badge was last earned, if the reader may read it."`
}

// RecognitionList is the latest of it, newest first. All of it is one thread of the inbox.
type RecognitionList struct {
	Items []Recognition `json:"items" nullable:"false"`
}

type markRecognitionInput struct {
	Body struct {
		Through time.Time `json:"through,omitzero" doc:"What came later stays unread; left out, nothing does."`
	}
}

type recognitionOutput struct{ Body RecognitionList }

func (s *Server) registerRecognition(api huma.API) {
	huma.Register(api, signedIn("read-recognition", http.MethodGet, "/me/recognition", "Inbox", "The badges and privileges one was told of"),
		s.readRecognition)
	huma.Register(api, signedIn("mark-recognition-read", http.MethodPut, "/me/recognition/read", "Inbox", "Mark badges and privileges as read"),
		s.markRecognitionRead)
}

func (s *Server) readRecognition(ctx context.Context, _ *struct{}) (*recognitionOutput, error) {
	found, err := s.app.Notifications.Recognition(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &recognitionOutput{RecognitionList{each(found, func(r notifications.Recognition) Recognition {
		return recognition(r, languageOf(ctx))
	})}}, nil
}

func recognition(r notifications.Recognition, language string) Recognition {
	shown := Recognition{Kind: string(r.Kind), Key: r.Name, Count: r.Count, At: r.At, Unread: r.Unseen}
	if r.Kind == notifications.Badge {
		shown.Name = badges.NameOf(r.Name, language)
		if rule, known := badges.RuleOf(r.Name); known {
			shown.Class = string(rule.Class)
		}
	}
	if r.Question != 0 {
		question := questionRef(r.Question, r.Title)
		shown.Question = &question
	}
	return shown
}

func (s *Server) markRecognitionRead(ctx context.Context, in *markRecognitionInput) (*unreadOutput, error) {
	return s.unread(ctx, s.app.Notifications.MarkRecognitionSeen(ctx, actorOf(ctx), in.Body.Through))
}
