package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/flags"
	"wellspring/pkg/kernel/id"
	"wellspring/pkg/operations/reviews"
)

// ReviewQueuePath names a queue in an address.
type ReviewQueuePath struct {
	Queue string `path:"queue" enum:"flags,suggested-edits,close-votes,duplicates,first-posts,low-quality"`
}

// ReviewItemPath names an item in an address.
type ReviewItemPath struct {
	ID id.ReviewItem `path:"id" minimum:"1"`
}

type claimReviewInput struct {
	ReviewQueuePath
	Body struct {
		After id.ReviewItem `json:"after,omitempty" minimum:"0" doc:"Let this item go and take the one behind it."`
	}
}

type decideReviewInput struct {
	ReviewItemPath
	Body struct {
		Decision string `json:"decision" enum:"approve,flag,helpful,delete,decline,close,leave,accept,reject,skip" doc:"One of the item's choices, or skip."`
		Reason   string `json:"reason,omitempty" enum:"spam,rude,low-quality,attention" doc:"Of a flag."`
		Note     string `json:"note,omitempty" doc:"For those whom it concerns; at most 500 characters."`
	}
}

type auditsInput struct {
	Queue  string `query:"queue" enum:"flags,suggested-edits,close-votes,duplicates,first-posts,low-quality"`
	Person string `query:"person" maxLength:"100" doc:"A handle; only moderators see what others decided."`
	PageQuery
}

type (
	reviewQueuesOutput struct{ Body ReviewQueues }
	reviewItemOutput   struct{ Body ReviewItem }
	heldReviewOutput   struct{ Body HeldReview }
	reviewAuditsPage   struct{ Body Numbered[ReviewAudit] }
)

func (s *Server) registerReviews(api huma.API) {
	huma.Register(api, signedIn("list-review-queues", http.MethodGet, "/review-queues", "Reviews",
		"How much of each queue waits for the reader"), s.listReviewQueues)
	claiming := signedIn("claim-review", http.MethodPut, "/review-queues/{queue}/claim", "Reviews", "Take the next item of a queue")
	claiming.Description = "Nobody else is given it for ten minutes. Who holds one is given it again."
	huma.Register(api, claiming, s.claimReview)
	huma.Register(api, status(signedIn("release-review", http.MethodDelete, "/review-queues/{queue}/claim", "Reviews", "Let the item go that one holds"),
		http.StatusNoContent), s.releaseReview)
	huma.Register(api, signedIn("read-review", http.MethodGet, "/review-items/{id}", "Reviews", "An item, and what was decided about it"), s.readReview)
	deciding := signedIn("decide-review", http.MethodPut, "/review-items/{id}/decision", "Reviews", "Decide about an item")
	deciding.Description = "Carries the decision out. Of two reviewers the second is told that the first has decided."
	huma.Register(api, status(deciding, http.StatusNoContent), s.decideReview)
	huma.Register(api, signedIn("list-review-decisions", http.MethodGet, "/review-decisions", "Reviews",
		"Who decided what and when, latest first; of others only to moderators"), s.listReviewDecisions)
}

func (s *Server) listReviewQueues(ctx context.Context, _ *struct{}) (*reviewQueuesOutput, error) {
	counts, err := s.app.Reviews.Counts(ctx, actorOf(ctx))
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &reviewQueuesOutput{ReviewQueues{Items: each(counts, func(c reviews.Count) ReviewQueue {
		return ReviewQueue{Queue: string(c.Queue), Waiting: c.Waiting, Can: ReviewQueueDecisions{Review: decision(ctx, c.Refused)}}
	})}}, nil
}

func (s *Server) claimReview(ctx context.Context, in *claimReviewInput) (*heldReviewOutput, error) {
	item, err := s.app.Reviews.Next(ctx, actorOf(ctx), reviews.Queue(in.Queue), in.Body.After)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	held := &heldReviewOutput{}
	if item.ID != 0 {
		held.Body.Item = new(reviewItem(&item))
	}
	return held, nil
}

func (s *Server) releaseReview(ctx context.Context, in *ReviewQueuePath) (*struct{}, error) {
	if err := s.app.Reviews.Release(ctx, actorOf(ctx), reviews.Queue(in.Queue)); err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) readReview(ctx context.Context, in *ReviewItemPath) (*reviewItemOutput, error) {
	item, err := s.app.Reviews.Item(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &reviewItemOutput{reviewItem(&item)}, nil
}

func (s *Server) decideReview(ctx context.Context, in *decideReviewInput) (*struct{}, error) {
	err := s.app.Reviews.Decide(ctx, actorOf(ctx), in.ID, reviews.Verdict{
		Decision: reviews.Decision(in.Body.Decision), Note: in.Body.Note, Reason: flags.Reason(in.Body.Reason),
	})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return nil, nil //nolint:nilnil // 204: there is nothing to say
}

func (s *Server) listReviewDecisions(ctx context.Context, in *auditsInput) (*reviewAuditsPage, error) {
	list, err := s.app.Reviews.Audits(ctx, actorOf(ctx), reviews.Filter{Queue: reviews.Queue(in.Queue), Person: in.Person, Page: in.request()})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &reviewAuditsPage{numbered(list, reviewAudit)}, nil
}
