package app

import "wellspring/pkg/platform/bus"

// The stored names of those who hear of events later: who tells people what happened, who settles open flags, and who
// fills the review queues.
const (
	inbox  = "inbox"
	settle = "flags"
	review = "review"
)

// subscribe says who reacts to what. Subscribe is for what happens in the publisher's transaction, where search only
// notes what to do; SubscribeLater for what follows after the commit.
func (a *App) subscribe(b *bus.Bus) {
	bus.Subscribe(b, a.Reputation.OnAccountRegistered)
	bus.Subscribe(b, a.Search.OnAccountRegistered)

	bus.Subscribe(b, a.Search.OnProfileEdited)

	bus.Subscribe(b, a.Drafts.OnQuestionAsked)
	bus.Subscribe(b, a.Follows.OnQuestionAsked)
	bus.Subscribe(b, a.Search.OnQuestionAsked)
	bus.Subscribe(b, a.Drafts.OnAnswerPosted)
	bus.Subscribe(b, a.Follows.OnAnswerPosted)
	bus.Subscribe(b, a.Search.OnAnswerPosted)
	bus.Subscribe(b, a.Drafts.OnPostEdited)
	bus.Subscribe(b, a.Search.OnPostEdited)
	bus.Subscribe(b, a.Drafts.OnCommentPosted)
	bus.Subscribe(b, a.Drafts.OnEditSuggested)
	bus.Subscribe(b, a.Reputation.OnSuggestionAccepted)

	bus.Subscribe(b, a.Reputation.OnPostDeleted)
	bus.Subscribe(b, a.Search.OnPostDeleted)
	bus.Subscribe(b, a.Reputation.OnPostUndeleted)
	bus.Subscribe(b, a.Search.OnPostUndeleted)
	bus.Subscribe(b, a.Reputation.OnPostDeletedAsSpam)

	bus.Subscribe(b, a.Search.OnQuestionClosed)
	bus.Subscribe(b, a.Search.OnQuestionReopened)
	bus.Subscribe(b, a.Comments.OnQuestionsMerged)
	bus.Subscribe(b, a.Saves.OnQuestionsMerged)
	bus.Subscribe(b, a.Follows.OnQuestionsMerged)
	bus.Subscribe(b, a.Search.OnQuestionsMerged)

	bus.Subscribe(b, a.Reputation.OnVoteCast)
	bus.Subscribe(b, a.Search.OnVoteCast)

	bus.Subscribe(b, a.Reputation.OnAnswerAccepted)
	bus.Subscribe(b, a.Search.OnAnswerAccepted)
	bus.Subscribe(b, a.Reputation.OnAnswerUnaccepted)
	bus.Subscribe(b, a.Search.OnAnswerUnaccepted)

	bus.Subscribe(b, a.Search.OnTagEdited)

	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionAsked)
	bus.SubscribeLater(b, inbox, a.Notifications.OnAnswerPosted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnCommentPosted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnPeopleMentioned)
	bus.SubscribeLater(b, inbox, a.Notifications.OnPostEdited)
	bus.SubscribeLater(b, inbox, a.Notifications.OnEditSuggested)
	bus.SubscribeLater(b, inbox, a.Notifications.OnSuggestionAccepted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnSuggestionRejected)
	bus.SubscribeLater(b, inbox, a.Notifications.OnAnswerAccepted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnVoteCast)
	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionClosed)
	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionReopened)
	bus.SubscribeLater(b, inbox, a.Notifications.OnFlagDecided)

	bus.SubscribeLater(b, settle, a.Flags.OnPostDeleted)
	bus.SubscribeLater(b, settle, a.Flags.OnCommentChanged)
	bus.SubscribeLater(b, settle, a.Flags.OnQuestionsMerged)

	bus.SubscribeLater(b, review, a.Reviews.OnQuestionAsked)
	bus.SubscribeLater(b, review, a.Reviews.OnAnswerPosted)
	bus.SubscribeLater(b, review, a.Reviews.OnPostEdited)
	bus.SubscribeLater(b, review, a.Reviews.OnVoteCast)
	bus.SubscribeLater(b, review, a.Reviews.OnPostDeleted)
	bus.SubscribeLater(b, review, a.Reviews.OnFlagged)
	bus.SubscribeLater(b, review, a.Reviews.OnFlagWithdrawn)
	bus.SubscribeLater(b, review, a.Reviews.OnFlagDecided)
	bus.SubscribeLater(b, review, a.Reviews.OnCloseVoteCast)
	bus.SubscribeLater(b, review, a.Reviews.OnCloseVoteWithdrawn)
	bus.SubscribeLater(b, review, a.Reviews.OnQuestionClosed)
	bus.SubscribeLater(b, review, a.Reviews.OnQuestionsMerged)
	bus.SubscribeLater(b, review, a.Reviews.OnEditSuggested)
	bus.SubscribeLater(b, review, a.Reviews.OnSuggestionAccepted)
	bus.SubscribeLater(b, review, a.Reviews.OnSuggestionRejected)
}
