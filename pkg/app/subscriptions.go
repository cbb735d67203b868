package app

import "wellspring/pkg/platform/bus"

// The stored names of those who hear of events later.
const (
	// inbox tells people what happened.
	inbox = "inbox"
	// badgeChecks notes who may have earned a badge.
	badgeChecks = "badges"
	// settle takes care of open flags.
	settle = "flags"
	// review fills the review queues.
	review = "review"
)

// subscribe says who reacts to what. Subscribe is for what happens in the publisher's transaction, where search only
// notes what to do; SubscribeLater and SubscribeTogether for what
// follows after the commit.
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

	bus.Subscribe(b, a.Bounties.OnPostDeleted)
	bus.Subscribe(b, a.Reputation.OnPostDeleted)
	bus.Subscribe(b, a.Search.OnPostDeleted)
	bus.Subscribe(b, a.Reputation.OnPostUndeleted)
	bus.Subscribe(b, a.Comments.OnPostUndeleted)
	bus.Subscribe(b, a.Search.OnPostUndeleted)
	bus.Subscribe(b, a.Follows.OnCommentBecameAnswer)
	bus.Subscribe(b, a.Search.OnCommentBecameAnswer)
	bus.Subscribe(b, a.Reputation.OnPostDeletedAsSpam)

	bus.Subscribe(b, a.Bounties.OnQuestionClosed)
	bus.Subscribe(b, a.Search.OnQuestionClosed)
	bus.Subscribe(b, a.Search.OnQuestionReopened)
	bus.Subscribe(b, a.Bounties.OnPostMarked)
	bus.Subscribe(b, a.Bounties.OnQuestionsMerged)
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

	bus.Subscribe(b, a.Reputation.OnBountyOffered)
	bus.Subscribe(b, a.Reputation.OnBountyAwarded)
	bus.Subscribe(b, a.Reputation.OnBountyReturned)

	bus.Subscribe(b, a.Search.OnTagEdited)

	a.tellInboxes(b)
	a.settleFlags(b)
	a.fillReviews(b)
	a.checkBadges(b)
}

// tellInboxes has people told of what concerns them.
func (a *App) tellInboxes(b *bus.Bus) {
	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionAsked)
	bus.SubscribeLater(b, inbox, a.Notifications.OnAnswerPosted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnCommentPosted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnPeopleMentioned)
	bus.SubscribeLater(b, inbox, a.Notifications.OnCommentBecameAnswer)
	bus.SubscribeLater(b, inbox, a.Notifications.OnAnswerBecameComment)
	bus.SubscribeLater(b, inbox, a.Notifications.OnPostEdited)
	bus.SubscribeLater(b, inbox, a.Notifications.OnEditSuggested)
	bus.SubscribeLater(b, inbox, a.Notifications.OnSuggestionAccepted)
	bus.SubscribeLater(b, inbox, a.Notifications.OnSuggestionRejected)
	bus.SubscribeLater(b, inbox, a.Notifications.OnAnswerAccepted)
	bus.SubscribeTogether(b, inbox, a.Notifications.OnVotesCast)
	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionClosed)
	bus.SubscribeLater(b, inbox, a.Notifications.OnQuestionReopened)
	bus.SubscribeLater(b, inbox, a.Notifications.OnBountyOffered)
	bus.SubscribeLater(b, inbox, a.Notifications.OnBountyEnding)
	bus.SubscribeLater(b, inbox, a.Notifications.OnBountyAwarded)
	bus.SubscribeLater(b, inbox, a.Notifications.OnBountyReturned)
	bus.SubscribeLater(b, inbox, a.Notifications.OnBadgeAwarded)
	bus.SubscribeLater(b, inbox, a.Notifications.OnPrivilegeEarned)
	bus.SubscribeLater(b, inbox, a.Notifications.OnFlagDecided)
}

// settleFlags has open flags end with what they were about.
func (a *App) settleFlags(b *bus.Bus) {
	bus.SubscribeLater(b, settle, a.Flags.OnPostDeleted)
	bus.SubscribeLater(b, settle, a.Flags.OnCommentChanged)
	bus.SubscribeLater(b, settle, a.Flags.OnQuestionsMerged)
}

// fillReviews has the queues follow what happens to posts.
func (a *App) fillReviews(b *bus.Bus) {
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

// checkBadges has everything noted by which somebody may have earned a badge.
func (a *App) checkBadges(b *bus.Bus) {
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnProfileEdited)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnQuestionAsked)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnAnswerPosted)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnPostEdited)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnPostDeleted)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnCommentPosted)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnCommentChanged)
	bus.SubscribeTogether(b, badgeChecks, a.Badges.OnVotesCast)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnAnswerAccepted)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnQuestionClosed)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnQuestionReopened)
	bus.SubscribeLater(b, badgeChecks, a.Badges.OnTagEdited)
}
