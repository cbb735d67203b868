package api

import (
	"net/url"
	"strings"
)

// feedOf gives the feed of the list that an address of the frontend shows, for feed readers, which run no scripts; empty
// where it shows none. It repeats the address and looks nothing up, so it tells nothing.
func feedOf(page *url.URL) string {
	place, name, _ := strings.Cut(strings.Trim(page.Path, "/"), "/")
	asked := page.Query()
	switch {
	case place == "questions" && name == "":
		return feedAddress("/questions", asked, "view", "tag", "space")
	case place == "tags" && name != "" && !strings.Contains(name, "/"):
		asked.Set("tag", name)
		return feedAddress("/questions", asked, "view", "tag")
	case place == "spaces" && name != "" && !strings.Contains(name, "/"):
		asked.Set("space", name)
		return feedAddress("/questions", asked, "view", "space")
	case place == "search" && name == "" && len(asked) > 0:
		return feedAddress("/search", asked, "q", "kind", "space", "tag", "state")
	case place == "people" && name != "":
		person, _, _ := strings.Cut(name, "/")
		return feedAddress("/users/"+url.PathEscape(person), nil)
	default:
		return ""
	}
}

func feedAddress(path string, asked url.Values, names ...string) string {
	query := url.Values{}
	for _, name := range names {
		for _, value := range asked[name] {
			if value != "" {
				query.Add(name, value)
			}
		}
	}
	if len(query) == 0 {
		return feedsPath + path
	}
	return feedsPath + path + "?" + query.Encode()
}
