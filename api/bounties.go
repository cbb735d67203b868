package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/engagement/bounties"
)

// Bounty is reputation that somebody offers for a good answer.
type Bounty struct {
	Amount     int        `json:"amount"`
	By         *PersonRef `json:"by"`
	Note       string     `json:"note" doc:"What kind of answer is hoped for."`
	OfferedAt  time.Time  `json:"offeredAt"`
	EndsAt     time.Time  `json:"endsAt" doc:"Answers that come later get it only if it is awarded to them."`
	AwardUntil time.Time  `json:"awardUntil" doc:"Then it goes to the best answer, or back."`
}

type offerBountyInput struct {
	QuestionPath
	Body struct {
		Amount int    `json:"amount" doc:"50 to 500 of one's own reputation, in steps of 50."`
		Note   string `json:"note,omitempty" doc:"What kind of answer is hoped for; at most 500 characters."`
	}
}

func (s *Server) registerBounties(api huma.API) {
	offering := status(signedIn("offer-bounty", http.MethodPost, "/questions/{id}/bounties", "Bounties",
		"Offer a bounty of one's own reputation on a question"), http.StatusCreated)
	offering.Description = "It is paid at once and runs for 7 days, and can be awarded for a day more. If nobody awards it, it goes to the answer " +
		"by somebody else, written in the 7 days, that the offerer accepted where they asked, or that has the highest score of at least 2; without " +
		"one it is returned. It is returned at once when the question is closed, locked, merged or deleted. A question has one at a time, and is 2 days old."
	huma.Register(api, offering, s.offerBounty)
	huma.Register(api, signedIn("award-bounty", http.MethodPut, "/answers/{id}/bounty", "Bounties",
		"Award one's bounty to an answer, for good"), s.awardBounty)
}

func (s *Server) offerBounty(ctx context.Context, in *offerBountyInput) (*questionOutput, error) {
	return s.question(ctx, in.ID, s.app.Bounties.Offer(ctx, actorOf(ctx), in.ID, bounties.Offer{Amount: in.Body.Amount, Note: in.Body.Note}))
}

func (s *Server) awardBounty(ctx context.Context, in *AnswerPath) (*questionOutput, error) {
	question, err := s.app.Bounties.Award(ctx, actorOf(ctx), in.ID)
	return s.question(ctx, question, err)
}

func (p onPage) runningBounty() bounties.Running {
	running := p.document.Question.RunningBounty()
	return bounties.Running{Offerer: running.Offerer, EndsAt: running.EndsAt}
}

func (p onPage) bounty() *Bounty {
	running := p.document.Question.RunningBounty()
	if running.Offerer == 0 {
		return nil
	}
	return &Bounty{
		Amount: running.Amount, By: p.person(running.Offerer), Note: running.Note, OfferedAt: running.OfferedAt,
		EndsAt: running.EndsAt, AwardUntil: running.EndsAt.Add(bounties.Grace),
	}
}
