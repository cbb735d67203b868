package password

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/kernel/fault"
)

const (
	minLength = 12
	maxLength = 200
	// minDistinct is the number of different characters below which length adds nothing.
	minDistinct = 5
	// minPersonal is the length from which a part of a name counts: "Ada" is in too many words.
	minPersonal = 4
)

// Check adds to v what makes the password easy to guess; field is its JSON name. The personal texts, such as the
// person's name and e-mail address, may not be the heart of it.
func Check(v *fault.Validation, field, password string, personal ...string) {
	length := utf8.RuneCountInString(password)
	switch {
	case length < minLength:
		v.Add(field, "too-short", "Use at least %d characters. Three or four words are easy to remember.", minLength)
	case length > maxLength:
		v.Add(field, "too-long", "Use at most %d characters.", maxLength)
	case isPersonal(password, personal):
		v.Add(field, "personal", "This password is made of your name or e-mail address. Choose something that others do not know.")
	case isCommon(password):
		v.Add(field, "too-common", "This password is among the first ones that are tried. Add a word or two that do not belong together.")
	}
}

// isCommon tells whether the password is what guessing programs try first: a repetition, a walk over the
// keyboard, or well-known words with figures and signs around them.
func isCommon(password string) bool {
	plain := strings.ToLower(password)
	return hasFewCharacters(plain) || isRepetition(plain) || isWalk(plain) || hasNoLetters(plain) || isMadeOf(plain, commonWords)
}

// isPersonal tells whether nothing of weight is left once the personal words are taken out.
func isPersonal(password string, personal []string) bool {
	var words []string
	for _, text := range personal {
		parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for _, part := range append(parts, strings.Join(parts, "")) {
			if utf8.RuneCountInString(part) >= minPersonal {
				words = append(words, part)
			}
		}
	}
	return len(words) > 0 && isMadeOf(strings.ToLower(password), words)
}

func hasFewCharacters(plain string) bool {
	seen := map[rune]bool{}
	for _, r := range plain {
		seen[r] = true
	}
	return len(seen) < minDistinct
}

func hasNoLetters(plain string) bool { return strings.IndexFunc(plain, unicode.IsLetter) < 0 }

// isRepetition finds "abcabcabcabc" and "password password".
func isRepetition(plain string) bool {
	letters := []rune(plain)
	for unit := 1; unit <= len(letters)/2; unit++ {
		if repeats(letters, unit) {
			return true
		}
	}
	return false
}

func repeats(letters []rune, unit int) bool {
	for i := unit; i < len(letters); i++ {
		if letters[i] != letters[i-unit] {
			return false
		}
	}
	return true
}

// walks are what a finger runs along: figures, the alphabet, the rows and columns of English and German keyboards.
var walks = []string{
	"01234567890123456789", "abcdefghijklmnopqrstuvwxyz",
	"qwertyuiopasdfghjklzxcvbnm", "qwertzuiopüasdfghjklöäyxcvbnm",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p",
}

// isWalk tells whether the password consists of runs of at least three keys, forwards or backwards.
func isWalk(plain string) bool {
	letters := []rune(plain)
	for len(letters) > 0 {
		run := longestRun(letters)
		if run < 3 {
			return false
		}
		letters = letters[run:]
	}
	return true
}

func longestRun(letters []rune) int {
	longest := 0
	for _, walk := range walks {
		for _, path := range []string{walk, reversed(walk)} {
			run := 0
			for run < len(letters) && strings.Contains(path, string(letters[:run+1])) {
				run++
			}
			longest = max(longest, run)
		}
	}
	return longest
}

func reversed(text string) string {
	letters := []rune(text)
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		letters[i], letters[j] = letters[j], letters[i]
	}
	return string(letters)
}

// leet undoes the usual disguises.
var leet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i", "€", "e")

// commonWords are the hearts of the passwords that leak most often, in English and German; isMadeOf adds the
// figures, signs, disguises and combinations around them, so the list stands for some millions of passwords.
var commonWords = []string{
	"password", "passwort", "passwd", "kennwort", "welcome", "willkommen", "letmein", "login", "admin", "administrator",
	"qwerty", "qwertz", "asdf", "iloveyou", "ichliebedich", "dragon", "monkey", "sunshine", "princess", "football",
	"fussball", "baseball", "master", "shadow", "superman", "batman", "trustno", "hello", "hallo", "schatz",
	"changeme", "default", "secret", "geheim", "test", "user", "guest", "root", "system", "server", "computer",
	"internet", "wellspring", "company", "office", "summer", "winter", "spring", "autumn", "sommer", "herbst",
	"fruehling", "frühling", "january", "february", "march", "april", "june", "july", "august", "september", "october",
	"november", "december", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "monday", "friday",
	"montag", "freitag", "germany", "deutschland", "berlin", "hamburg", "muenchen", "münchen", "london", "michael",
	"jordan", "daniel", "thomas", "andreas", "stefan", "charlie", "jennifer", "michelle", "liverpool", "chelsea",
	"arsenal", "bayern", "pokemon", "starwars", "naruto", "mustang", "ferrari", "porsche", "flower", "cookie", "chocolate",
	"access", "whatever", "freedom", "please", "bitte", "abc", "my", "mein", "is", "ist", "the", "this", "new", "neu",
}

// isMadeOf tells whether at most three letters are left once the words are cut out, figures and signs aside.
func isMadeOf(plain string, words []string) bool {
	return restWithout(plain, words) || restWithout(leet.Replace(strings.TrimRight(plain, "0123456789!?.,*#-_$")), words)
}

func restWithout(plain string, words []string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, plain)
	found := false
	// left[i] is the fewest letters that no word covers among the first i bytes.
	left := make([]int, len(letters)+1)
	for i := 1; i <= len(letters); i++ {
		left[i] = left[i-1] + 1
		if !utf8.RuneStart(letters[i-1]) {
			left[i] = left[i-1]
		}
		for _, word := range words {
			if strings.HasSuffix(letters[:i], word) {
				found = true
				left[i] = min(left[i], left[i-len(word)])
			}
		}
	}
	return found && left[len(letters)] <= 3
}
