package demo

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"wellspring/pkg/content/drafts"
	"wellspring/pkg/content/follows"
	"wellspring/pkg/content/saves"
	"wellspring/pkg/content/templates"
	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/id"
)

// habits are what people do for themselves alone.
type habits struct {
	Saves   []saved
	Tags    []tagHabit
	Drafts  []draft
	Follows []follow
	// Templates are what moderators have written for everybody.
	Templates []template
}

type template struct{ Name, Space, Tag, Body string }

// saved names a question by its title; with Answer its first answer is saved. An empty List is the default one.
type saved struct {
	Person, List, Question, Note string
	Answer                       bool
}

// draft is what somebody has begun to write: an answer to the question that it names, or else a question of their own.
type draft struct {
	Person, Question, Title, Body string
	Tags                          []string
}

// follow names people by handle, spaces by slug and questions by title. What people asked and answered they follow anyhow.
type follow struct {
	Person    string
	People    []string
	Spaces    []string
	Questions []string
}

type tagHabit struct {
	Person        string
	Watch, Ignore []string
}

// reader is a person who reads every space, as far as the use cases of habits can tell.
func (w *world) reader(handle string) authz.Actor {
	return authz.Actor{User: w.people[handle], Spaces: slices.Sorted(maps.Values(w.spaces))}
}

func (w *world) loadHabits(ctx context.Context) error {
	var all habits
	if err := decode("data/habits.yaml", &all); err != nil {
		return err
	}
	for _, t := range all.Tags {
		for _, pattern := range t.Watch {
			if err := w.Tags.Watch(ctx, w.reader(t.Person), pattern); err != nil {
				return err
			}
		}
		for _, pattern := range t.Ignore {
			if err := w.Tags.Ignore(ctx, w.reader(t.Person), pattern); err != nil {
				return err
			}
		}
	}
	moderator := w.reader("mia")
	moderator.Role = authz.Moderator
	for _, t := range all.Templates {
		if _, err := w.Templates.Create(ctx, moderator, templates.Text{Name: t.Name, Space: t.Space, Tag: t.Tag, Body: t.Body}); err != nil {
			return fmt.Errorf("load the template %s: %w", t.Name, err)
		}
	}
	if err := w.loadFollows(ctx, all.Follows); err != nil {
		return err
	}
	if err := w.loadDrafts(ctx, all.Drafts); err != nil {
		return err
	}
	return w.loadSaves(ctx, all.Saves)
}

func (w *world) loadFollows(ctx context.Context, all []follow) error {
	if err := w.Follows.FollowOwn(ctx); err != nil {
		return err
	}
	for _, f := range all {
		var targets []follows.Target
		for _, handle := range f.People {
			targets = append(targets, follows.Target{Person: w.people[handle]})
		}
		for _, slug := range f.Spaces {
			targets = append(targets, follows.Target{Space: slug})
		}
		for _, title := range f.Questions {
			targets = append(targets, follows.Target{Question: w.questions[title]})
		}
		for _, target := range targets {
			if err := w.Follows.Follow(ctx, w.reader(f.Person), target); err != nil {
				return fmt.Errorf("load what %s follows: %w", f.Person, err)
			}
		}
	}
	return nil
}

func (w *world) loadDrafts(ctx context.Context, all []draft) error {
	for _, d := range all {
		place := drafts.Place{Kind: drafts.Ask}
		if d.Question != "" {
			place = drafts.Place{Kind: drafts.Answer, Post: w.questions[d.Question]}
		}
		content := drafts.Content{Title: d.Title, Body: d.Body, Tags: d.Tags}
		if _, err := w.Drafts.Save(ctx, w.reader(d.Person), place, content, 0); err != nil {
			return fmt.Errorf("load the draft %s%s: %w", d.Title, d.Question, err)
		}
	}
	return nil
}

func (w *world) loadSaves(ctx context.Context, all []saved) error {
	lists := map[string]id.SaveList{}
	for _, s := range all {
		key := s.Person + "/" + s.List
		if _, made := lists[key]; !made && s.List != "" {
			list, err := w.Saves.CreateList(ctx, w.reader(s.Person), s.List)
			if err != nil {
				return err
			}
			lists[key] = list.ID
		}
		post, found := w.questions[s.Question]
		if s.Answer {
			post, found = w.answers[s.Question]
		}
		if !found {
			return fmt.Errorf("the demonstration saves what it does not hold: %s", s.Question)
		}
		list := lists[key]
		if _, err := w.Saves.Save(ctx, w.reader(s.Person), post, saves.Change{List: &list, Note: &s.Note}); err != nil {
			return err
		}
	}
	return nil
}
