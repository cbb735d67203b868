// Package reputation is the ledger: each gain or loss is one entry that says who, why, for which post and by whom,
// and an undone cause has an exact reversing entry. A person's reputation is the sum. The package subscribes to what
// content publishes and writes in the same transaction. Start at rules.go, then react.go.
//
// Entries of votes are capped at 200 a UTC day. The cap is an entry of its own, always equal to what the day's
// surviving gains exceed it by, so that withdrawing a vote gives back exactly what the cap had taken.
package reputation

// RuleVersion is written into each entry; raise it when an amount changes.
const RuleVersion = 2

// Reason says why reputation was gained or lost.
type Reason string

// The reasons that the exchange itself has. An import adds those of its source.
const (
	Base             Reason = "base"
	Association      Reason = "association"
	QuestionUpvoted  Reason = "question-upvoted"
	AnswerUpvoted    Reason = "answer-upvoted"
	PostDownvoted    Reason = "post-downvoted"
	DownvotedAnswer  Reason = "downvoted-answer"
	AnswerAccepted   Reason = "answer-accepted"
	AcceptedAnAnswer Reason = "accepted-an-answer"
	BountyEarned     Reason = "bounty-earned"
	BountyOffered    Reason = "bounty-offered"
	EditApproved     Reason = "edit-approved"
	DeletedAsSpam    Reason = "deleted-as-spam"
	DailyCap         Reason = "daily-cap"
)

// dailyCap is the most a person gains from votes on one UTC day.
const dailyCap = 200

// amount is what one cause is worth by the rules of RuleVersion.
func amount(reason Reason) int {
	switch reason {
	case QuestionUpvoted, AnswerUpvoted:
		return 10
	case AnswerAccepted:
		return 15
	case AcceptedAnAnswer, EditApproved:
		return 2
	case PostDownvoted:
		return -2
	case DownvotedAnswer:
		return -1
	case Base:
		return 1
	case Association:
		return 100
	case DeletedAsSpam:
		return -100
	default:
		return 0
	}
}

// cappedReasons are those whose gains the daily cap counts.
var cappedReasons = []Reason{QuestionUpvoted, AnswerUpvoted}
