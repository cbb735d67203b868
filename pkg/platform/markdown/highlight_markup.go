package markdown

import "strings"

// markup reads HTML and XML: comments, tags with their attributes, entities. Text between tags has no colour.
func (s *scanner) markup() string {
	rest := s.rest()
	switch {
	case strings.HasPrefix(rest, "<!--"):
		s.through("-->")
		return tokenComment
	case strings.HasPrefix(rest, "<![CDATA["):
		s.through("]]>")
		return tokenString
	case strings.HasPrefix(rest, "<!"), strings.HasPrefix(rest, "<?"):
		s.through(">")
		return tokenMeta
	case s.inTag:
		return s.insideTag(rest)
	case rest[0] == '<':
		return s.openTag(rest)
	case rest[0] == '&':
		return s.entity(rest)
	default:
		s.at += textLength(rest)
		return ""
	}
}

func (s *scanner) openTag(rest string) string {
	length := 1
	if strings.HasPrefix(rest, "</") {
		length = 2
	}
	end := length
	for end < len(rest) && isTagByte(rest[end]) {
		end++
	}
	s.at += end
	if end == length {
		return ""
	}
	s.inTag = true
	return tokenTag
}

func (s *scanner) insideTag(rest string) string {
	switch c := rest[0]; {
	case c == '>':
		s.at++
		s.inTag = false
		return tokenTag
	case strings.HasPrefix(rest, "/>"):
		s.at += 2
		s.inTag = false
		return tokenTag
	case c == '"' || c == '\'':
		s.at++
		s.through(string(c))
		return tokenString
	case isTagByte(c):
		for s.at < len(s.code) && isTagByte(s.code[s.at]) {
			s.at++
		}
		return tokenProperty
	default:
		s.at++
		return ""
	}
}

func (s *scanner) entity(rest string) string {
	end := strings.IndexByte(truncate(rest, 32), ';')
	if end < 0 || strings.ContainsAny(rest[:end], " \t\n<") {
		s.at++
		return ""
	}
	s.at += end + 1
	return tokenAtom
}

func textLength(rest string) int {
	if end := strings.IndexAny(rest, "<&\n"); end > 0 {
		return end
	} else if end == 0 {
		return 1
	}
	return len(rest)
}

func isTagByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-_:.@#*$", c) >= 0 || c >= 0x80
}

// diff reads whole lines, by what stands at their beginning.
func (s *scanner) diff() string {
	if s.at > 0 && s.code[s.at-1] != '\n' {
		s.toLineEnd()
		return ""
	}
	rest := s.rest()
	s.toLineEnd()
	switch {
	case strings.HasPrefix(rest, "+++"), strings.HasPrefix(rest, "---"), strings.HasPrefix(rest, "diff "), strings.HasPrefix(rest, "index "):
		return tokenHeading
	case strings.HasPrefix(rest, "@@"):
		return tokenMeta
	case rest[0] == '+':
		return tokenInserted
	case rest[0] == '-':
		return tokenDeleted
	default:
		return ""
	}
}
