package badges

import "wellspring/pkg/kernel/event"

func participationRules() []Rule {
	introduced := `SELECT u.id AS user_id, NULL::bigint AS post_id, NULL::timestamptz AS at FROM users u WHERE u.about <> '' AND u.title <> ''`
	wellSaid := `SELECT c.author_id AS user_id, c.post_id, NULL::timestamptz AS at FROM comments c WHERE c.deleted_at IS NULL AND c.score >= 3`
	// A year counts from the day one came, and only when one was of use in it.
	year := `SELECT u.id AS user_id, n.year AS subject, NULL::bigint AS post_id, NULL::bigint AS tag_id, 1 AS amount,
			u.created_at + n.year * interval '1 year' AS at
		FROM users u CROSS JOIN LATERAL generate_series(1, extract(year FROM age(CAST(@now AS timestamptz), u.created_at))::bigint) AS n (year)
		WHERE EXISTS (
			SELECT 1 FROM posts p WHERE p.author_id = u.id AND p.deleted_at IS NULL AND p.score >= 1
				AND p.created_at >= u.created_at + (n.year - 1) * interval '1 year' AND p.created_at < u.created_at + n.year * interval '1 year')`
	onContribution := on(event.QuestionAsked{}, event.AnswerPosted{}, event.CommentPosted{}, event.PostEdited{})
	return []Rule{
		{
			Key: "introduced", Class: Bronze, Group: ForParticipation, On: on(event.ProfileEdited{}), Need: 1, Deeds: introduced,
			EN: Words{"Introduced", "Tell others on your profile what you do and who you are."},
			DE: Words{"Vorgestellt", "Im Profil erzählen, was Sie tun und wer Sie sind."},
		},
		{
			Key: "voter", Class: Bronze, Group: ForParticipation, On: onVotes(), Need: 10, Deeds: upVotes,
			EN: Words{"Voter", "Vote for 10 posts."}, DE: Words{"Stimmberechtigt", "Für 10 Beiträge stimmen."},
		},
		{
			Key: "frequent-voter", Class: Silver, Group: ForParticipation, On: onVotes(), Need: 100, Deeds: upVotes,
			EN: Words{"Frequent Voter", "Vote for 100 posts."}, DE: Words{"Stimmfreudig", "Für 100 Beiträge stimmen."},
		},
		{
			Key: "vote-that-counts", Class: Gold, Group: ForParticipation, On: onVotes(), Need: 600, Deeds: upVotes,
			EN: Words{"A Vote That Counts", "Vote for 600 posts."}, DE: Words{"Stimme von Gewicht", "Für 600 Beiträge stimmen."},
		},
		{
			Key: "in-conversation", Class: Bronze, Group: ForParticipation, On: on(event.CommentPosted{}), Need: 10, Deeds: comments,
			EN: Words{"In Conversation", "Write 10 comments."}, DE: Words{"Im Gespräch", "10 Kommentare schreiben."},
		},
		{
			Key: "well-said", Class: Silver, Group: ForParticipation, On: on(event.CommentChanged{}), Need: 10, Deeds: wellSaid,
			EN: Words{"Well Said", "Write 10 comments that reach a score of 3."},
			DE: Words{"Gut gesagt", "10 Kommentare schreiben, die einen Punktestand von 3 erreichen."},
		},
		{
			Key: "regular", Class: Bronze, Group: ForParticipation, On: onContribution, Need: 10, Deeds: days(contributions),
			EN: Words{"Regular", "Ask, answer, comment or edit on 10 different days."},
			DE: Words{"Oft dabei", "An 10 verschiedenen Tagen fragen, antworten, kommentieren oder bearbeiten."},
		},
		{
			Key: "mainstay", Class: Silver, Group: ForParticipation, On: onContribution, Need: 60, Deeds: days(contributions),
			EN: Words{"Mainstay", "Ask, answer, comment or edit on 60 different days."},
			DE: Words{"Tragende Säule", "An 60 verschiedenen Tagen fragen, antworten, kommentieren oder bearbeiten."},
		},
		{
			Key: "cornerstone", Class: Gold, Group: ForParticipation, On: onContribution, Need: 250, Deeds: days(contributions),
			EN: Words{"Cornerstone", "Ask, answer, comment or edit on 250 different days."},
			DE: Words{"Grundstein", "An 250 verschiedenen Tagen fragen, antworten, kommentieren oder bearbeiten."},
		},
		{
			Key: "year-together", Class: Silver, Group: ForParticipation, Need: 1, Feats: year,
			EN: Words{"A Year Together", "Be here for a year, and in it write a post that is voted up."},
			DE: Words{"Ein gemeinsames Jahr", "Ein Jahr dabei sein und darin etwas schreiben, wofür jemand stimmt."},
		},
	}
}
