package badges

const (
	// acrossUnits are answers to somebody of another unit, by which unit each has now.
	acrossUnits = ` FROM posts p JOIN posts q ON q.id = p.question_id AND q.deleted_at IS NULL
		JOIN users helper ON helper.id = p.author_id JOIN users asker ON asker.id = q.author_id
		WHERE p.kind = 'answer' AND p.deleted_at IS NULL AND helper.unit_id <> asker.unit_id`
	wasOfUse = `(p.score >= 1 OR q.accepted_answer_id = p.id)`
)

func helpingRules() []Rule {
	help := deeds(acrossUnits, wasOfUse)
	units := `SELECT p.author_id AS user_id, min(p.id) AS post_id, min(p.created_at) AS at` + acrossUnits + ` AND ` + wasOfUse + `
		GROUP BY p.author_id, asker.unit_id`
	helped := `SELECT q.author_id AS user_id, q.id AS post_id, q.accepted_at AS at` + acrossUnits + ` AND q.accepted_answer_id = p.id`
	return []Rule{
		{
			Key: "next-door", Class: Bronze, Group: ForHelping, On: onUsefulness(), Need: 1, Deeds: help,
			EN: Words{"Next Door", "Help somebody of another unit with an answer that is voted up or accepted."},
			DE: Words{"Nebenan geholfen", "Jemandem aus einer anderen Einheit mit einer Antwort helfen, die Stimmen bekommt oder angenommen wird."},
		},
		{
			Key: "bridge-builder", Class: Silver, Group: ForHelping, On: onUsefulness(), Need: 15, Deeds: help,
			EN: Words{"Bridge Builder", "Give 15 such answers to people of other units."},
			DE: Words{"Brücken gebaut", "15 solche Antworten für Personen aus anderen Einheiten geben."},
		},
		{
			Key: "silo-breaker", Class: Gold, Group: ForHelping, On: onUsefulness(), Need: 60, Deeds: help,
			EN: Words{"Silo Breaker", "Give 60 such answers to people of other units."},
			DE: Words{"Mauern eingerissen", "60 solche Antworten für Personen aus anderen Einheiten geben."},
		},
		{
			Key: "good-neighbour", Class: Bronze, Group: ForHelping, On: onUsefulness(), Need: 3, Deeds: units,
			EN: Words{"Good Neighbour", "Help people of 3 other units."},
			DE: Words{"Gute Nachbarschaft", "Personen aus 3 anderen Einheiten helfen."},
		},
		{
			Key: "ambassador", Class: Gold, Group: ForHelping, On: onUsefulness(), Need: 6, Deeds: units,
			EN: Words{"Ambassador", "Help people of 6 other units."},
			DE: Words{"Auf Mission", "Personen aus 6 anderen Einheiten helfen."},
		},
		{
			Key: "open-door", Class: Bronze, Group: ForHelping, On: onAcceptance(), Need: 1, Deeds: helped,
			EN: Words{"Open Door", "Accept an answer that comes from another unit."},
			DE: Words{"Offene Tür", "Eine Antwort annehmen, die aus einer anderen Einheit kommt."},
		},
		{
			Key: "open-house", Class: Silver, Group: ForHelping, On: onAcceptance(), Need: 10, Deeds: helped,
			EN: Words{"Open House", "Accept 10 answers that come from other units."},
			DE: Words{"Offenes Haus", "10 Antworten annehmen, die aus anderen Einheiten kommen."},
		},
	}
}
