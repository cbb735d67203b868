package auth

import "strings"

const maxDevice = 60

// deviceName makes "Firefox, Linux" of a User-Agent header. The order matters: Edge also says Chrome, Chrome also
// says Safari, and Android also says Linux.
func deviceName(userAgent string) string {
	browser := firstIn(userAgent, [][2]string{
		{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"},
		{"CriOS", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
	})
	system := firstIn(userAgent, [][2]string{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"}, {"Mac OS", "macOS"},
		{"CrOS", "ChromeOS"}, {"Linux", "Linux"},
	})
	switch {
	case browser != "" && system != "":
		return browser + ", " + system
	case browser != "":
		return browser
	}
	// A program names itself first: "curl/8.5.0".
	program, _, _ := strings.Cut(strings.TrimSpace(userAgent), " ")
	if letters := []rune(program); len(letters) > maxDevice {
		program = string(letters[:maxDevice])
	}
	return program
}

func firstIn(text string, marks [][2]string) string {
	for _, mark := range marks {
		if strings.Contains(text, mark[0]) {
			return mark[1]
		}
	}
	return ""
}
