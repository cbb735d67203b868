package badges

import "wellspring/pkg/kernel/event"

func answerRules() []Rule {
	// voiceOfMany compares with the accepted answer, which others voted less for.
	voiceOfMany := feats(standingAnswers, `p.score - (SELECT a.score FROM posts a WHERE a.id = q.accepted_answer_id)`, `NULL::timestamptz`,
		`q.accepted_answer_id <> p.id`, `p.score >= 5`)
	late := scored(standingAnswers, 3, `p.created_at > q.created_at + interval '60 days'`)
	return []Rule{
		{
			Key: "helpful-answer", Class: Bronze, Group: ForAnswers, On: onVotes(), Need: 3, Feats: scored(standingAnswers, 3),
			EN: Words{"Helpful Answer", "Give an answer that reaches a score of 3."},
			DE: Words{"Hilfreiche Antwort", "Eine Antwort geben, die einen Punktestand von 3 erreicht."},
		},
		{
			Key: "strong-answer", Class: Silver, Group: ForAnswers, On: onVotes(), Need: 10, Feats: scored(standingAnswers, 10),
			EN: Words{"Strong Answer", "Give an answer that reaches a score of 10."},
			DE: Words{"Starke Antwort", "Eine Antwort geben, die einen Punktestand von 10 erreicht."},
		},
		{
			Key: "landmark-answer", Class: Gold, Group: ForAnswers, On: onVotes(), Need: 30, Feats: scored(standingAnswers, 30),
			EN: Words{"Landmark Answer", "Give an answer that reaches a score of 30."},
			DE: Words{"Wegweisende Antwort", "Eine Antwort geben, die einen Punktestand von 30 erreicht."},
		},
		{
			Key: "late-rescue", Class: Silver, Group: ForAnswers, On: onVotes(), Need: 3, Feats: late,
			EN: Words{"Late Rescue", "Answer a question more than 60 days after it was asked, and reach a score of 3."},
			DE: Words{"Späte Rettung", "Eine Frage mehr als 60 Tage später beantworten und einen Punktestand von 3 erreichen."},
		},
		{
			Key: "voice-of-many", Class: Gold, Group: ForAnswers, On: onUsefulness(), Need: 5, Feats: voiceOfMany,
			EN: Words{"Voice of Many", "Give an answer that scores 5 more than the accepted one."},
			DE: Words{"Stimme der Vielen", "Eine Antwort geben, deren Punktestand um 5 über dem der angenommenen liegt."},
		},
		{
			Key: "agreed", Class: Silver, Group: ForAnswers, On: onUsefulness(), Need: 5, Feats: scored(acceptedAnswers, 5),
			EN: Words{"Agreed", "Give an answer that is accepted and reaches a score of 5."},
			DE: Words{"Einig", "Eine Antwort geben, die angenommen wird und einen Punktestand von 5 erreicht."},
		},
	}
}

func answerHabitRules() []Rule {
	swift := accepted(`p.created_at < q.created_at + interval '1 hour'`)
	// An answer breaks the ice when the question stood for a month and none was there before.
	cold := accepted(`p.created_at > q.created_at + interval '30 days'`, `NOT EXISTS (
		SELECT 1 FROM posts e WHERE e.question_id = q.id AND e.deleted_at IS NULL AND e.created_at < p.created_at)`)
	takenBack := `SELECT p.author_id AS user_id, NULL::bigint AS post_id, p.deleted_at AS at FROM posts p
		WHERE p.kind = 'answer' AND p.deleted_by = p.author_id AND p.score <= -2`
	return []Rule{
		{
			Key: "first-answer", Class: Bronze, Group: ForAnswers, On: onVotes(), Need: 1, Deeds: deeds(standingAnswers, `p.score >= 1`),
			EN: Words{"First Answer", "Give an answer that is voted up."},
			DE: Words{"Erste Antwort", "Eine Antwort geben, für die jemand stimmt."},
		},
		{
			Key: "problem-solved", Class: Bronze, Group: ForAnswers, On: onAcceptance(), Need: 1, Deeds: accepted(),
			EN: Words{"Problem Solved", "Give an answer that is accepted."},
			DE: Words{"Problem gelöst", "Eine Antwort geben, die angenommen wird."},
		},
		{
			Key: "solver", Class: Silver, Group: ForAnswers, On: onAcceptance(), Need: 15, Deeds: accepted(),
			EN: Words{"Solver", "Give 15 answers that are accepted."},
			DE: Words{"Problemlöser", "15 Antworten geben, die angenommen werden."},
		},
		{
			Key: "master-solver", Class: Gold, Group: ForAnswers, On: onAcceptance(), Need: 75, Deeds: accepted(),
			EN: Words{"Master Solver", "Give 75 answers that are accepted."},
			DE: Words{"Meisterhafter Problemlöser", "75 Antworten geben, die angenommen werden."},
		},
		{
			Key: "within-the-hour", Class: Bronze, Group: ForAnswers, On: onAcceptance(), Need: 1, Deeds: swift,
			EN: Words{"Within the Hour", "Answer a question within an hour, and have that answer accepted."},
			DE: Words{"In einer Stunde", "Eine Frage innerhalb einer Stunde so beantworten, dass die Antwort angenommen wird."},
		},
		{
			Key: "on-call", Class: Silver, Group: ForAnswers, On: onAcceptance(), Need: 20, Deeds: swift,
			EN: Words{"On Call", "Do that with 20 questions: an accepted answer within an hour."},
			DE: Words{"Zur Stelle", "Das bei 20 Fragen: eine angenommene Antwort innerhalb einer Stunde."},
		},
		{
			Key: "ice-breaker", Class: Silver, Group: ForAnswers, On: onAcceptance(), Need: 1, Deeds: cold,
			EN: Words{"Ice Breaker", "Give the first answer to a question that stood without one for 30 days, and have it accepted."},
			DE: Words{"Eisbrecher", "Die erste Antwort auf eine Frage geben, die 30 Tage ohne eine blieb, und damit angenommen werden."},
		},
		{
			Key: "steady-hand", Class: Gold, Group: ForAnswers, On: onVotes(), Need: 60, Deeds: days(deeds(standingAnswers, `p.score >= 1`)),
			EN: Words{"Steady Hand", "Give answers that are voted up on 60 different days."},
			DE: Words{"Ruhige Hand", "An 60 verschiedenen Tagen Antworten geben, für die jemand stimmt."},
		},
		{
			Key: "second-thoughts", Class: Bronze, Group: ForAnswers, On: on(event.PostDeleted{}), Need: 1, Deeds: takenBack,
			EN: Words{"Second Thoughts", "Delete an answer of yours whose score is -2 or lower."},
			DE: Words{"Noch einmal überlegt", "Eine eigene Antwort löschen, deren Punktestand bei -2 oder darunter liegt."},
		},
	}
}
