package api

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed locales/*.json
var locales embed.FS

type languageKey struct{}

// catalogue maps an English format to the German one.
var german = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	raw, err := locales.ReadFile("locales/de.json")
	if err == nil {
		err = json.Unmarshal(raw, &texts)
	}
	if err != nil {
		panic(fmt.Sprintf("the embedded catalogue is broken: %v", err))
	}
	return texts
})

// say puts a sentence into the reader's language; without a translation it stays English.
func say(ctx context.Context, format string, args ...any) string {
	if languageOf(ctx) == "de" {
		if translated, ok := german()[format]; ok {
			format = translated
		}
	}
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

func languageOf(ctx context.Context) string {
	if language, ok := ctx.Value(languageKey{}).(string); ok {
		return language
	}
	return "en"
}

// preferredLanguage picks German or English from an Accept-Language header by order of mention.
func preferredLanguage(header string) string {
	for part := range strings.SplitSeq(strings.ToLower(header), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		base, _, _ := strings.Cut(tag, "-")
		if base == "de" || base == "en" {
			return base
		}
	}
	return "en"
}
