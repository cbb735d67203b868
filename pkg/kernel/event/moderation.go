package event

import "wellspring/pkg/kernel/id"

// QuestionClosed says that a question takes no more answers, and why; DuplicateOf is zero unless Reason is duplicate.
type QuestionClosed struct {
	PostRef
	By          id.User `json:"by"`
	Reason      string  `json:"reason"`
	DuplicateOf id.Post `json:"duplicateOf,omitempty"`
}

// QuestionReopened says that a closed question takes answers again.
type QuestionReopened struct {
	PostRef
	By id.User `json:"by"`
}

// QuestionsMerged says that the answers, comments and followers of From moved to Into, where From now leads.
type QuestionsMerged struct {
	From id.Post `json:"from"`
	Into id.Post `json:"into"`
	By   id.User `json:"by"`
}

// PostMarked says that a moderator locked, pinned or protected a question, or took that back when On is false.
type PostMarked struct {
	PostRef
	By   id.User `json:"by"`
	Mark string  `json:"mark"`
	On   bool    `json:"on"`
}

// CloseVoteCast says that somebody votes to close a question, in place of the vote they had before.
type CloseVoteCast struct {
	PostRef
	Voter       id.User `json:"voter"`
	Reason      string  `json:"reason"`
	DuplicateOf id.Post `json:"duplicateOf,omitempty"`
}

// CloseVoteWithdrawn says that somebody took their vote on the state of a question back.
type CloseVoteWithdrawn struct {
	PostRef
	Voter id.User `json:"voter"`
}

// EditSuggested says that somebody without the privilege proposed a new text for a post.
type EditSuggested struct {
	PostRef
	Suggestion id.Suggestion `json:"suggestion"`
	Suggester  id.User       `json:"suggester"`
}

// SuggestionAccepted says that a suggested edit became a revision, as it was or improved by who accepted it.
type SuggestionAccepted struct {
	PostRef
	Suggestion id.Suggestion `json:"suggestion"`
	Suggester  id.User       `json:"suggester"`
	By         id.User       `json:"by"`
	Improved   bool          `json:"improved"`
}

// SuggestionRejected says that a suggested edit was turned down, and why.
type SuggestionRejected struct {
	PostRef
	Suggestion id.Suggestion `json:"suggestion"`
	Suggester  id.User       `json:"suggester"`
	By         id.User       `json:"by"`
	Reason     string        `json:"reason"`
}

// Flagged says that somebody called the moderators to a post, or to a comment on it when Comment is not zero.
type Flagged struct {
	PostRef
	Flag    id.Flag    `json:"flag"`
	Comment id.Comment `json:"comment,omitempty"`
	Flagger id.User    `json:"flagger"`
	Reason  string     `json:"reason"`
}

// FlagDecided says what became of a flag: helpful or declined.
type FlagDecided struct {
	PostRef
	Flag    id.Flag    `json:"flag"`
	Comment id.Comment `json:"comment,omitempty"`
	Flagger id.User    `json:"flagger"`
	By      id.User    `json:"by"`
	Helpful bool       `json:"helpful"`
	Note    string     `json:"note"`
}

// FlagWithdrawn says that somebody took an open flag back.
type FlagWithdrawn struct {
	PostRef
	Flag    id.Flag    `json:"flag"`
	Comment id.Comment `json:"comment,omitempty"`
	Flagger id.User    `json:"flagger"`
}

// PostDeletedAsSpam says that a moderator agreed with a flag that a post is spam, and deleted it for that; a PostDeleted
// comes before it.
type PostDeletedAsSpam struct {
	PostRef
	By id.User `json:"by"`
}

// The stable names.
func (QuestionClosed) EventName() string     { return "question.closed" }
func (QuestionReopened) EventName() string   { return "question.reopened" }
func (QuestionsMerged) EventName() string    { return "questions.merged" }
func (PostMarked) EventName() string         { return "post.marked" }
func (CloseVoteCast) EventName() string      { return "close-vote.cast" }
func (CloseVoteWithdrawn) EventName() string { return "close-vote.withdrawn" }
func (FlagWithdrawn) EventName() string      { return "flag.withdrawn" }
func (PostDeletedAsSpam) EventName() string  { return "post.deleted-as-spam" }
func (EditSuggested) EventName() string      { return "edit.suggested" }
func (SuggestionAccepted) EventName() string { return "suggestion.accepted" }
func (SuggestionRejected) EventName() string { return "suggestion.rejected" }
func (Flagged) EventName() string            { return "post.flagged" }
func (FlagDecided) EventName() string        { return "flag.decided" }
