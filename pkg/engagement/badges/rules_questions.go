package badges

import "wellspring/pkg/kernel/event"

func questionRules() []Rule {
	return []Rule{
		{
			Key: "good-question", Class: Bronze, Group: ForQuestions, On: onVotes(), Need: 3, Feats: scored(standingQuestions, 3),
			EN: Words{"Good Question", "Ask a question that reaches a score of 3."},
			DE: Words{"Gute Frage", "Eine Frage stellen, die einen Punktestand von 3 erreicht."},
		},
		{
			Key: "strong-question", Class: Silver, Group: ForQuestions, On: onVotes(), Need: 10, Feats: scored(standingQuestions, 10),
			EN: Words{"Strong Question", "Ask a question that reaches a score of 10."},
			DE: Words{"Starke Frage", "Eine Frage stellen, die einen Punktestand von 10 erreicht."},
		},
		{
			Key: "landmark-question", Class: Gold, Group: ForQuestions, On: onVotes(), Need: 30, Feats: scored(standingQuestions, 30),
			EN: Words{"Landmark Question", "Ask a question that reaches a score of 30."},
			DE: Words{"Wegweisende Frage", "Eine Frage stellen, die einen Punktestand von 30 erreicht."},
		},
		{
			Key: "looked-up", Class: Bronze, Group: ForQuestions, Need: 250, Feats: feats(standingQuestions, `p.view_count`, `NULL::timestamptz`),
			EN: Words{"Looked Up", "Ask a question that is viewed 250 times."},
			DE: Words{"Nachgeschlagen", "Eine Frage stellen, die 250-mal aufgerufen wird."},
		},
		{
			Key: "well-known", Class: Silver, Group: ForQuestions, Need: 1000, Feats: feats(standingQuestions, `p.view_count`, `NULL::timestamptz`),
			EN: Words{"Well Known", "Ask a question that is viewed 1,000 times."},
			DE: Words{"Weithin bekannt", "Eine Frage stellen, die 1.000-mal aufgerufen wird."},
		},
		{
			Key: "household-name", Class: Gold, Group: ForQuestions, Need: 5000, Feats: feats(standingQuestions, `p.view_count`, `NULL::timestamptz`),
			EN: Words{"Household Name", "Ask a question that is viewed 5,000 times."},
			DE: Words{"In aller Munde", "Eine Frage stellen, die 5.000-mal aufgerufen wird."},
		},
		{
			Key: "round-table", Class: Silver, Group: ForQuestions, On: on(event.AnswerPosted{}), Need: 5,
			Feats: feats(standingQuestions, `p.answer_count`, `(
				SELECT a.created_at FROM posts a WHERE a.question_id = p.id AND a.deleted_at IS NULL ORDER BY a.created_at OFFSET 4 LIMIT 1)`),
			EN: Words{"Round Table", "Ask a question that gets 5 answers."},
			DE: Words{"Runder Tisch", "Eine Frage stellen, die 5 Antworten bekommt."},
		},
	}
}

func questionHabitRules() []Rule {
	acceptances := `SELECT p.author_id AS user_id, p.id AS post_id, p.accepted_at AS at` + standingQuestions + ` AND p.accepted_answer_id IS NOT NULL`
	own := deeds(standingAnswers, `p.author_id = q.author_id`, `p.score >= 2`)
	return []Rule{
		{
			Key: "first-question", Class: Bronze, Group: ForQuestions, On: onVotes(), Need: 1, Deeds: deeds(standingQuestions, `p.score >= 1`),
			EN: Words{"First Question", "Ask a question that is voted up."},
			DE: Words{"Erste Frage", "Eine Frage stellen, für die jemand stimmt."},
		},
		{
			Key: "curious", Class: Silver, Group: ForQuestions, On: onVotes(), Need: 10, Deeds: days(deeds(standingQuestions, `p.score >= 1`)),
			EN: Words{"Curious", "Ask questions that are voted up on 10 different days."},
			DE: Words{"Wissbegierig", "An 10 verschiedenen Tagen Fragen stellen, für die jemand stimmt."},
		},
		{
			Key: "ever-curious", Class: Gold, Group: ForQuestions, On: onVotes(), Need: 50, Deeds: days(deeds(standingQuestions, `p.score >= 1`)),
			EN: Words{"Ever Curious", "Ask questions that are voted up on 50 different days."},
			DE: Words{"Unermüdlich wissbegierig", "An 50 verschiedenen Tagen Fragen stellen, für die jemand stimmt."},
		},
		{
			Key: "closing-the-loop", Class: Bronze, Group: ForQuestions, On: onAcceptance(), Need: 1, Deeds: acceptances,
			EN: Words{"Closing the Loop", "Accept an answer to a question of yours."},
			DE: Words{"Kreis geschlossen", "Eine Antwort auf eine eigene Frage annehmen."},
		},
		{
			Key: "reliable-asker", Class: Silver, Group: ForQuestions, On: onAcceptance(), Need: 10, Deeds: acceptances,
			EN: Words{"Reliable Asker", "Accept answers to 10 questions of yours."},
			DE: Words{"Verlässlich gefragt", "Antworten auf 10 eigene Fragen annehmen."},
		},
		{
			Key: "found-it", Class: Bronze, Group: ForQuestions, On: onVotes(), Need: 1, Deeds: own,
			EN: Words{"Found It", "Answer a question of yours with an answer that reaches a score of 2."},
			DE: Words{"Selbst gefunden", "Eine eigene Frage mit einer Antwort lösen, die einen Punktestand von 2 erreicht."},
		},
	}
}
