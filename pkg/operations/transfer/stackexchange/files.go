package stackexchange

import (
	"fmt"
	"strconv"

	"wellspring/pkg/content/tags"
)

// The files of a dump, in the order in which they are read.
const (
	usersFile    = "Users.xml"
	tagsFile     = "Tags.xml"
	postsFile    = "Posts.xml"
	historyFile  = "PostHistory.xml"
	votesFile    = "Votes.xml"
	commentsFile = "Comments.xml"
	linksFile    = "PostLinks.xml"
	badgesFile   = "Badges.xml"
)

// format says how a file begins and what its rows mean: a row to stage, or the reason why it is left out.
type format struct {
	name string
	root string
	read func(*fields) (row any, leftOut string)
}

func formats() []format {
	return []format{
		{usersFile, "users", readPerson},
		{tagsFile, "tags", readTag},
		{postsFile, "posts", readPost},
		{historyFile, "posthistory", readHistory},
		{votesFile, "votes", readVote},
		{commentsFile, "comments", readComment},
		{linksFile, "postlinks", readLink},
		{badgesFile, "badges", readBadge},
	}
}

// siteAccount is the user that stands for the site itself.
const siteAccount = -1

// siteName is shown where the site itself wrote or edited.
const siteName = "Community"

func readPerson(f *fields) (any, string) {
	row := personRow{
		ID: f.id("Id"), Name: f.text("DisplayName"), Location: f.text("Location"), Website: f.text("WebsiteUrl"), About: f.prose("AboutMe"),
		Reputation: f.count("Reputation"), CreatedAt: f.time("CreationDate"), SeenAt: f.optionalTime("LastAccessDate"),
	}
	if row.ID == siteAccount {
		return nil, "the account of the site itself"
	}
	if row.Name == "" {
		row.Name = nameless(row.ID)
	}
	return row, ""
}

// nameless is the name of a person of whom the dump gives the number only.
func nameless(user int64) string { return "user" + strconv.FormatInt(user, 10) }

func readTag(f *fields) (any, string) {
	row := tagRow{ID: f.id("Id"), Name: oneTag(f.required("TagName")), ExcerptID: f.optionalID("ExcerptPostId"), WikiID: f.optionalID("WikiPostId")}
	if row.Name == "" && f.err == nil {
		return nil, "tags without a name"
	}
	return row, ""
}

func oneTag(name string) string {
	if normal := tags.Normalise([]string{name}); len(normal) == 1 {
		return normal[0]
	}
	return ""
}

// Kinds of staged posts: questions and answers become posts, the other two texts of a tag.
const (
	kindQuestion = "question"
	kindAnswer   = "answer"
	kindExcerpt  = "excerpt"
	kindWiki     = "wiki"
)

func postKind(postType int64) string {
	return map[int64]string{1: kindQuestion, 2: kindAnswer, 4: kindExcerpt, 5: kindWiki}[postType]
}

func readPost(f *fields) (any, string) {
	postType := f.id("PostTypeId")
	row := postRow{
		ID: f.id("Id"), Kind: postKind(postType), ParentID: f.optionalID("ParentId"), OwnerID: f.optionalID("OwnerUserId"),
		OwnerName: f.text("OwnerDisplayName"), AcceptedID: f.optionalID("AcceptedAnswerId"), Title: f.text("Title"),
		Tags: append([]string{}, tags.Normalise(splitTags(f.text("Tags")))...), HTML: f.prose("Body"), Views: f.count("ViewCount"),
		CreatedAt: f.time("CreationDate"), EditedAt: f.optionalTime("LastEditDate"), EditorID: f.optionalID("LastEditorUserId"),
		ClosedAt: f.optionalTime("ClosedDate"),
	}
	f.optionalTime("LastActivityDate")
	switch {
	case row.Kind == "":
		return nil, fmt.Sprintf("posts of type %d%s", postType, named(postType, map[int64]string{
			3: "orphaned tag wiki", 6: "moderator nomination", 7: "wiki placeholder", 8: "privilege wiki",
		}))
	case row.Kind == kindQuestion && row.Title == "":
		row.Title = "(no title)"
	}
	return row, ""
}

func named(number int64, names map[int64]string) string {
	if name, ok := names[number]; ok {
		return " (" + name + ")"
	}
	return ""
}

// Types of history rows that mean something here.
const (
	initialTitle, initialBody, initialTags = 1, 2, 3
	editTitle, editBody, editTags          = 4, 5, 6
	rollTitle, rollBody, rollTags          = 7, 8, 9
	closed, reopened                       = 10, 11
	locked, unlocked                       = 14, 15
	editApproved                           = 24
)

func readHistory(f *fields) (any, string) {
	historyType := f.id("PostHistoryTypeId")
	row := historyRow{
		PostID: f.id("PostId"), ID: f.id("Id"), Type: int(historyType), Revision: f.text("RevisionGUID"), CreatedAt: f.time("CreationDate"),
		UserID: f.optionalID("UserId"), UserName: f.text("UserDisplayName"), Comment: f.text("Comment"), Body: f.prose("Text"),
	}
	if historyType >= initialTitle && historyType <= reopened || historyType == locked || historyType == unlocked || historyType == editApproved {
		return row, ""
	}
	return nil, fmt.Sprintf("history of type %d%s", historyType, named(historyType, map[int64]string{
		12: "deleted", 13: "undeleted", 16: "made a community wiki", 17: "migrated", 18: "merged", 19: "protected", 20: "unprotected",
		22: "unmerged", 25: "tweeted", 31: "comments moved to a chat", 33: "notice added", 34: "notice removed", 35: "migrated away",
		36: "migrated here", 37: "merged from", 38: "merged into", 50: "bumped by the site", 52: "hot on the network", 53: "hot no more",
	}))
}

// Types of votes that mean something here.
const (
	voteAccept, voteUp, voteDown = 1, 2, 3
	voteBountyOffered            = 8
	voteBountyClosed             = 9
)

func readVote(f *fields) (any, string) {
	voteType := f.id("VoteTypeId")
	f.id("Id")
	row := voteRow{
		PostID: f.id("PostId"), Day: f.time("CreationDate").Format("2006-01-02"), Type: int(voteType), Amount: f.count("BountyAmount"),
	}
	switch voteType {
	case voteBountyOffered:
		row.UserID = f.optionalID("UserId")
	case voteAccept, voteUp, voteDown, voteBountyClosed:
	default:
		return nil, fmt.Sprintf("votes of type %d%s", voteType, named(voteType, map[int64]string{
			4: "offensive", 5: "favourite", 6: "close", 7: "reopen", 10: "deletion", 11: "undeletion", 12: "spam", 15: "moderator review", 16: "approved edit",
		}))
	}
	return row, ""
}

func readComment(f *fields) (any, string) {
	row := commentRow{
		ID: f.id("Id"), PostID: f.id("PostId"), UserID: f.optionalID("UserId"), UserName: f.text("UserDisplayName"), Body: f.prose("Text"),
		Score: f.count("Score"), CreatedAt: f.time("CreationDate"),
	}
	if row.Body == "" {
		return nil, "comments without a text"
	}
	return row, ""
}

func readLink(f *fields) (any, string) {
	linkType := f.id("LinkTypeId")
	row := linkRow{PostID: f.id("PostId"), TargetID: f.id("RelatedPostId"), Duplicate: linkType == 3, CreatedAt: f.time("CreationDate")}
	if linkType != 1 && linkType != 3 {
		return nil, fmt.Sprintf("links of type %d", linkType)
	}
	return row, ""
}

func readBadge(f *fields) (any, string) {
	row := badgeRow{
		ID: f.id("Id"), UserID: f.id("UserId"), Name: f.required("Name"), TagBased: f.flag("TagBased"), AwardedAt: f.time("Date"),
	}
	// Dumps before 2015 give no class; the least is said then.
	class := f.count("Class")
	if row.Class = map[int]string{0: "bronze", 1: "gold", 2: "silver", 3: "bronze"}[class]; row.Class == "" {
		f.fail("Class is %d, which is neither gold (1) nor silver (2) nor bronze (3)", class)
	}
	return row, ""
}
