// Package posts keeps state it should not.
package posts

import (
	"errors"
	"regexp"
	"strings"
	"sync"
)

var (
	errGone = errors.New("gone")
	word    = regexp.MustCompile(`\w+`)
	escape  = strings.NewReplacer("%", `\%`)
	orders  = map[string]string{"newest": "id DESC"}
	kinds   = []string{"question", "answer"}
	base    = 10
)

var (
	lock  sync.Mutex
	cache = map[string]string{}
	seen  []string
	count = 0
	loose = load()
)

func load() string { return "" }

func remember(key string) {
	lock.Lock()
	defer lock.Unlock()
	cache[key] = key
	seen = append(seen, key)
	count++
	delete(cache, "")
	orders := map[string]string{}
	orders[key] = key
}
