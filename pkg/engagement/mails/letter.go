package mails

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"wellspring/pkg/engagement/notifications"
	"wellspring/pkg/kernel/id"
)

// letter is what one mail says: of one question where it is told at once, else of all that was gathered.
type letter struct {
	to      recipient
	person  id.User
	threads []notifications.Thread
	items   []item
}

// group is what is told together: at once, or gathered.
type group struct {
	atOnce bool
	items  []item
}

func groups(items []item) []group {
	var atOnce, later group
	atOnce.atOnce = true
	for _, i := range items {
		if i.Pace == AtOnce {
			atOnce.items = append(atOnce.items, i)
		} else {
			later.items = append(later.items, i)
		}
	}
	return slices.DeleteFunc([]group{atOnce, later}, func(g group) bool { return len(g.items) == 0 })
}

func keysOf(items []item) []notifications.Key {
	keys := make([]notifications.Key, 0, len(items))
	for i := range items {
		keys = append(keys, items[i].key())
	}
	return keys
}

// gathered makes the letters of a group: one a question of what is told at once, so that mail programs thread it.
func gathered(to recipient, person id.User, g group, threads []notifications.Thread) []letter {
	if len(threads) == 0 {
		return nil
	}
	parts := [][]notifications.Thread{threads}
	if g.atOnce {
		parts = nil
		for i := range threads {
			parts = append(parts, threads[i:i+1])
		}
	}
	letters := make([]letter, 0, len(parts))
	for _, part := range parts {
		letters = append(letters, letter{to: to, person: person, threads: part, items: itemsAbout(part, g.items)})
	}
	return letters
}

func itemsAbout(threads []notifications.Thread, items []item) []item {
	var about []item
	for i := range items {
		for t := range threads {
			if slices.ContainsFunc(threads[t].Notifications, func(n notifications.Notification) bool {
				return items[i].key() == n.Key()
			}) {
				about = append(about, items[i])
				break
			}
		}
	}
	return about
}

// topic is what a link at the end of the letter turns off.
func (l *letter) topic() Topic {
	for i := range l.items {
		if l.items[i].Topic != l.items[0].Topic {
			return All
		}
	}
	return l.items[0].Topic
}

// ids are the message's own id, the same however often it is tried, and that of its thread, which no message bears.
func (l *letter) ids(host string) (own, thread string) {
	hash := sha256.New()
	for i := range l.items {
		key := l.items[i].key()
		_, _ = fmt.Fprintf(hash, "%d %d %s %d %s %d\n", l.person, key.Post, key.Kind, key.Comment, key.Name, l.items[i].At.UnixMicro())
	}
	own = hex.EncodeToString(hash.Sum(nil)[:12]) + "@" + host
	if len(l.threads) == 1 && l.threads[0].Question != 0 {
		thread = fmt.Sprintf("question-%d@%s", l.threads[0].Question, host)
	}
	return own, thread
}
