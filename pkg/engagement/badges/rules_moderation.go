package badges

import "wellspring/pkg/kernel/event"

func moderationRules() []Rule {
	// Everybody whose vote closed or reopened a question did it.
	acts := func(kind, condition string) string {
		return `SELECT u.id AS user_id, a.post_id, a.at FROM post_acts a CROSS JOIN LATERAL unnest(a.with_ids || a.by_id) AS u (id)
			WHERE a.kind = '` + kind + `'` + condition
	}
	// The question was closed, its text was changed by one who is not its asker, and it was reopened after that.
	rescued := `
		SELECT r.author_id AS user_id, r.post_id, min(o.at) AS at
		FROM revisions r JOIN posts p ON p.id = r.post_id AND p.deleted_at IS NULL
		JOIN post_acts c ON c.post_id = p.id AND c.kind = 'closed' AND c.at < r.created_at
		JOIN post_acts o ON o.post_id = p.id AND o.kind = 'reopened' AND o.at > r.created_at
		WHERE r.kind <> 'initial' AND p.author_id IS DISTINCT FROM r.author_id GROUP BY r.author_id, r.post_id`
	closings, onClosing := acts("closed", ``), on(event.QuestionClosed{})
	onReopening := on(event.QuestionReopened{})
	return []Rule{
		{
			Key: "first-edit", Class: Bronze, Group: ForModeration, On: on(event.PostEdited{}), Need: 1, Deeds: editsOfOthers,
			EN: Words{"First Edit", "Improve a post of somebody else."},
			DE: Words{"Erste Bearbeitung", "Einen Beitrag von jemand anderem verbessern."},
		},
		{
			Key: "careful-editor", Class: Silver, Group: ForModeration, On: on(event.PostEdited{}), Need: 25, Deeds: editsOfOthers,
			EN: Words{"Careful Editor", "Improve 25 posts of others."},
			DE: Words{"Sorgfältig redigiert", "25 Beiträge von anderen verbessern."},
		},
		{
			Key: "chief-editor", Class: Gold, Group: ForModeration, On: on(event.PostEdited{}), Need: 200, Deeds: editsOfOthers,
			EN: Words{"Chief Editor", "Improve 200 posts of others."},
			DE: Words{"Chefredaktion", "200 Beiträge von anderen verbessern."},
		},
		{
			Key: "keeping-order", Class: Bronze, Group: ForModeration, On: onClosing, Need: 1, Deeds: closings,
			EN: Words{"Keeping Order", "Close a question, alone or by vote."},
			DE: Words{"Ordnung gehalten", "Eine Frage schließen, allein oder durch Abstimmung."},
		},
		{
			Key: "gatekeeper", Class: Silver, Group: ForModeration, On: onClosing, Need: 25, Deeds: closings,
			EN: Words{"Gatekeeper", "Close 25 questions, alone or by vote."},
			DE: Words{"Am Tor", "25 Fragen schließen, allein oder durch Abstimmung."},
		},
		{
			Key: "pathfinder", Class: Silver, Group: ForModeration, On: onClosing, Need: 10, Deeds: acts("closed", ` AND a.reason = 'duplicate'`),
			EN: Words{"Pathfinder", "Lead 10 duplicates to their originals."},
			DE: Words{"Den Weg gewiesen", "10 Duplikate zu ihren Originalen führen."},
		},
		{
			Key: "second-chance", Class: Bronze, Group: ForModeration, On: onReopening, Need: 1, Deeds: acts("reopened", ``),
			EN: Words{"Second Chance", "Reopen a question, alone or by vote."},
			DE: Words{"Zweite Chance", "Eine Frage wieder öffnen, allein oder durch Abstimmung."},
		},
		{
			Key: "rescued", Class: Silver, Group: ForModeration, On: onReopening, Need: 1, Deeds: rescued,
			EN: Words{"Rescued", "Improve a closed question of somebody else so that it is reopened."},
			DE: Words{"Gerettet", "Eine geschlossene Frage von jemand anderem so verbessern, dass sie wieder geöffnet wird."},
		},
	}
}
