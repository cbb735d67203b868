package markdown

import (
	"net/url"
	"strings"
)

// address is a link's or an image's target after the checks of safeAddress.
type address struct {
	value   string
	outside bool // leads to a host that is not ours
}

// safeAddress reads value as browsers do: they drop tabs and line ends anywhere and spaces around, and take "\" for "/".
// It refuses every scheme that is not named here, so a script cannot hide behind one that is new to us.
func (g *gate) safeAddress(value string, image bool) (address, bool) {
	value = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, value)
	value = strings.TrimFunc(value, func(r rune) bool { return r <= ' ' })
	if len(value) > maxAddress || strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return address{}, false
	}
	end := strings.IndexAny(value, ":/?#\\")
	if end < 0 || value[end] != ':' {
		return address{value, g.isOutside(value)}, value != "" || !image
	}
	switch scheme := strings.ToLower(value[:end]); {
	case scheme == "http" || scheme == "https":
		return address{value, g.isOutside("//" + strings.TrimLeft(value[end+1:], `/\`))}, true
	case !image && oneOf(scheme, "ftp", "irc", "ircs", "mailto", "tel", "xmpp"):
		return address{value, false}, true
	default:
		return address{}, false
	}
}

// isOutside tells whether an address without its scheme names a host that is not one of ours.
func (g *gate) isOutside(value string) bool {
	rest := strings.ReplaceAll(value, `\`, "/")
	if !strings.HasPrefix(rest, "//") {
		return false
	}
	host, _, _ := strings.Cut(strings.TrimLeft(rest, "/"), "/")
	if end := strings.IndexAny(host, "?#"); end >= 0 {
		host = host[:end]
	}
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		host = host[at+1:]
	}
	return !g.ownHosts[strings.ToLower(host)]
}

// fragment turns "#name" into this text's own id of that name, so that several texts can stand on one page.
func (g *gate) fragment(value string) string {
	name, ok := strings.CutPrefix(value, "#")
	if !ok || g.anchors == nil {
		return value
	}
	if decoded, err := url.PathUnescape(name); err == nil {
		name = decoded
	}
	if !g.anchors.knows(name) {
		return value
	}
	return "#" + g.anchors.own(name)
}
