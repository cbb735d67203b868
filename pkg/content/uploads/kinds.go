package uploads

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"wellspring/pkg/kernel/fault"
)

// What is read of a file to tell what it is.
const (
	plainText   = "text/plain; charset=utf-8"
	maxNameRune = 80
	maxMimeType = 100
)

// extensions are the endings that files of a type may have; the first one is given to those that have another. So nothing
// that is taken for a text here is opened as a program there.
var extensions = map[string][]string{
	"image/png":       {".png"},
	"image/jpeg":      {".jpg", ".jpeg"},
	"image/gif":       {".gif"},
	"application/pdf": {".pdf"},
	"application/zip": {".zip"},
	"application/gzip": {
		".gz", ".tgz",
	},
	plainText: {
		".txt", ".csv", ".tsv", ".md", ".log", ".json", ".yaml", ".yml", ".xml", ".sql", ".diff", ".patch", ".ini", ".toml", ".ics",
	},
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   {".docx"},
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         {".xlsx"},
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": {".pptx"},
	"application/vnd.oasis.opendocument.text":                                   {".odt"},
	"application/vnd.oasis.opendocument.spreadsheet":                            {".ods"},
	"application/vnd.oasis.opendocument.presentation":                           {".odp"},
	"application/vnd.oasis.opendocument.graphics":                               {".odg"},
}

// typeOf tells by its content what a file is. What could run as a program, and what nobody knows, is not taken.
func typeOf(content []byte) (string, error) {
	switch sniffed, _, _ := strings.Cut(http.DetectContentType(content), ";"); sniffed {
	case "application/pdf":
		return sniffed, nil
	case "application/x-gzip":
		return "application/gzip", nil
	case "application/zip":
		return archiveType(content), nil
	}
	// HTML and SVG are texts as well: they are handed out as such, and never shown.
	if len(content) > 0 && utf8.Valid(content) && bytes.IndexByte(content, 0) < 0 {
		return plainText, nil
	}
	var v fault.Validation
	v.Add("file", "unknown-type", "This kind of file is not taken. Send a PNG, JPEG, GIF or WebP picture, a PDF, an office document, a text, or a ZIP archive.")
	return "", v.Err()
}

// archiveType looks into a ZIP archive, since office documents are such. Nothing in it is unpacked but the name of its type.
func archiveType(content []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "application/zip"
	}
	for _, file := range archive.File {
		switch folder, _, _ := strings.Cut(file.Name, "/"); {
		case file.Name == "mimetype":
			if named := mimeTypeIn(file); extensions[named] != nil && strings.HasPrefix(named, "application/vnd.oasis.") {
				return named
			}
		case folder == "word":
			return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
		case folder == "xl":
			return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		case folder == "ppt":
			return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
		}
	}
	return "application/zip"
}

func mimeTypeIn(file *zip.File) string {
	opened, err := file.Open()
	if err != nil {
		return ""
	}
	defer func() { _ = opened.Close() }()
	text, err := io.ReadAll(io.LimitReader(opened, maxMimeType))
	if err != nil {
		return ""
	}
	return string(text)
}

// nameOf writes a file's name the way it can stand in an address and in a Markdown link, with an ending of its type.
func nameOf(given, mediaType string) string {
	given = path.Base(strings.ReplaceAll(given, `\`, "/"))
	ending := strings.ToLower(path.Ext(given))
	stem := strings.TrimSuffix(given, path.Ext(given))
	allowed := extensions[mediaType]
	known := false
	for _, one := range allowed {
		known = known || one == ending
	}
	if !known {
		if mediaType == plainText && ending != "" {
			stem = given // page.html becomes page-html.txt
		}
		ending = allowed[0]
	}
	var name strings.Builder
	for _, letter := range stem {
		switch {
		case unicode.IsLetter(letter) || unicode.IsDigit(letter) || letter == '_':
			name.WriteRune(letter)
		case name.Len() > 0 && !strings.HasSuffix(name.String(), "-"):
			name.WriteByte('-')
		}
		if utf8.RuneCountInString(name.String()) == maxNameRune {
			break
		}
	}
	plain := strings.Trim(name.String(), "-")
	if plain == "" {
		plain = "file"
	}
	return plain + ending
}
