package stackexchange

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/people/spaces"
)

// dated is the date at the end of a folder's name: beer-2020, beer_2020-05-31.
var dated = regexp.MustCompile(`[-_.](19|20)\d\d([-_.]?\d\d){0,2}$`)

var errUnknownSite = errors.New("which site is this? Name it with --site-name, such as beer.stackexchange.com")

// hostShape accepts names of hosts, which become part of links.
var hostShape = regexp.MustCompile(`^[a-z0-9]+([-.][a-z0-9]+)+$`)

// ownDomains are the sites of the network whose address is their own.
var ownDomains = map[string]string{
	"stackoverflow": "stackoverflow.com", "serverfault": "serverfault.com", "superuser": "superuser.com",
	"askubuntu": "askubuntu.com", "mathoverflow": "mathoverflow.net", "stackapps": "stackapps.com",
}

// siteHost finds the address of a site by its name, or by the folder of its dump: beer-2020 is beer.stackexchange.com,
// and conlang-meta is conlang.meta.stackexchange.com.
func siteHost(name, folder string) (string, error) {
	if name == "" {
		absolute, err := filepath.Abs(folder)
		if err != nil {
			return "", err
		}
		name = dated.ReplaceAllString(filepath.Base(absolute), "")
	}
	name = strings.ToLower(name)
	if !strings.Contains(name, ".") {
		name = hostOf(name)
	}
	if !hostShape.MatchString(name) {
		return "", errUnknownSite
	}
	return name, nil
}

func hostOf(name string) string {
	main, meta := strings.CutSuffix(name, "-meta")
	host, known := ownDomains[main]
	switch {
	case known && meta:
		return "meta." + host
	case known:
		return host
	case meta:
		return main + ".meta.stackexchange.com"
	}
	return name + ".stackexchange.com"
}

// postURL is where a post stands on its site; both kinds of links are the site's own short ones.
func postURL(site, kind string, id int64) string {
	if kind == kindAnswer {
		return fmt.Sprintf("https://%s/a/%d", site, id)
	}
	return fmt.Sprintf("https://%s/q/%d", site, id)
}

// newSpace is the space that an import makes where there is none of this slug.
func newSpace(slug string) *spaces.NewSpace {
	name := strings.ReplaceAll(slug, "-", " ")
	if first, size := utf8.DecodeRuneInString(name); size > 0 {
		name = string(unicode.ToUpper(first)) + name[size:]
	}
	return &spaces.NewSpace{Slug: slug, Name: name}
}
