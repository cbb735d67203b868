package badges

import (
	"slices"

	"wellspring/pkg/kernel/event"
)

// Group is what kind of deed a badge is for.
type Group string

// The groups, in the order in which they are shown.
const (
	ForQuestions     Group = "question"
	ForAnswers       Group = "answer"
	ForParticipation Group = "participation"
	ForModeration    Group = "moderation"
	ForTags          Group = "tag"
	ForHelping       Group = "helping"
)

// Words are the name of a badge and what it takes, in one language.
type Words struct {
	Name  string
	About string
}

// Rule says who earns a badge. It has Deeds or Feats. Deeds are a statement whose rows (user_id, post_id, at) are one deed
// each: with the Need-th one earns the badge, once. Feats are a statement whose rows (user_id, subject, post_id, tag_id,
// amount, at) earn it each for its subject, as soon as amount is Need. at may be NULL where nobody knows when it was.
type Rule struct {
	// Key is stable, since it is stored and stands in addresses.
	Key   string
	Class Class
	Group Group
	EN    Words
	DE    Words
	// On are the events after which those whom they touch may have earned it; without any, time alone brings it.
	On    []string
	Need  int
	Deeds string
	Feats string
}

// Often tells that a badge can be earned again, with another post, tag or year.
func (r *Rule) Often() bool { return r.Feats != "" }

// Words are those of a language: de or en.
func (r *Rule) Words(language string) Words {
	if language == "de" {
		return r.DE
	}
	return r.EN
}

// Rules are all badges that can be earned here, in the order in which they are shown.
func Rules() []Rule {
	return slices.Concat(
		questionRules(), questionHabitRules(), answerRules(), answerHabitRules(), participationRules(), moderationRules(), tagRules(),
		helpingRules(),
	)
}

// RuleOf finds a badge by its key.
func RuleOf(key string) (Rule, bool) {
	rules := Rules()
	at := slices.IndexFunc(rules, func(r Rule) bool { return r.Key == key })
	if at < 0 {
		return Rule{}, false
	}
	return rules[at], true
}

// NameOf is a badge's name in a language.
func NameOf(key, language string) string {
	rule, known := RuleOf(key)
	if !known {
		return key
	}
	return rule.Words(language).Name
}

func on(events ...event.Event) []string {
	names := make([]string, len(events))
	for i, e := range events {
		names[i] = e.EventName()
	}
	return names
}

// What badges commonly hang on.
func onVotes() []string { return on(event.VoteCast{}) }

func onAcceptance() []string { return on(event.AnswerAccepted{}) }

func onUsefulness() []string { return on(event.VoteCast{}, event.AnswerAccepted{}) }
