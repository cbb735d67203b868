package api

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"
)

//go:embed docs.html
var docsPage string

// docsGroup is all operations of one tag.
type docsGroup struct {
	Tag        string
	Operations []docsOperation
}

type docsOperation struct {
	ID, Method, Path, Summary, Description string
	SignedIn                               bool
	Parameters                             []docsParameter
	Request, Response                      string
	Status                                 string
}

type docsParameter struct {
	Name, In, Type, Doc string
	Required            bool
}

// apiDocs is the readable form of the OpenAPI document: one page without scripts that loads nothing from elsewhere.
func (s *Server) apiDocs(c echo.Context) error {
	page, err := template.New("docs").Parse(docsPage)
	if err != nil {
		return fmt.Errorf("read the page of the API description: %w", err)
	}
	var text bytes.Buffer
	if err := page.Execute(&text, map[string]any{"Info": s.api.OpenAPI().Info, "Groups": s.docsGroups()}); err != nil {
		return fmt.Errorf("write the page of the API description: %w", err)
	}
	c.Response().Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
	return written(c.HTMLBlob(http.StatusOK, text.Bytes()))
}

func (s *Server) docsGroups() []docsGroup {
	groups := map[string]*docsGroup{}
	for path, item := range s.api.OpenAPI().Paths {
		for method, op := range operationsOf(item) {
			tag := strings.Join(op.Tags, ", ")
			if groups[tag] == nil {
				groups[tag] = &docsGroup{Tag: tag}
			}
			groups[tag].Operations = append(groups[tag].Operations, s.describe(method, path, op))
		}
	}
	sorted := make([]docsGroup, 0, len(groups))
	for _, group := range groups {
		slices.SortFunc(group.Operations, func(a, b docsOperation) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
		})
		sorted = append(sorted, *group)
	}
	slices.SortFunc(sorted, func(a, b docsGroup) int { return cmp.Compare(a.Tag, b.Tag) })
	return sorted
}

func operationsOf(item *huma.PathItem) map[string]*huma.Operation {
	all := map[string]*huma.Operation{
		http.MethodGet: item.Get, http.MethodPost: item.Post, http.MethodPut: item.Put, http.MethodPatch: item.Patch, http.MethodDelete: item.Delete,
	}
	for method, op := range all {
		if op == nil {
			delete(all, method)
		}
	}
	return all
}

func (s *Server) describe(method, path string, op *huma.Operation) docsOperation {
	described := docsOperation{
		ID: op.OperationID, Method: method, Path: "/api/v1" + path, Summary: op.Summary, Description: op.Description,
		SignedIn: len(op.Security) > 0,
	}
	for _, p := range op.Parameters {
		described.Parameters = append(described.Parameters, docsParameter{
			Name: p.Name, In: p.In, Doc: p.Description, Required: p.Required, Type: outline(s.schemas(), p.Schema, 0),
		})
	}
	if op.RequestBody != nil {
		if media := op.RequestBody.Content["application/json"]; media != nil {
			described.Request = outline(s.schemas(), media.Schema, 0)
		}
	}
	for code, response := range op.Responses {
		if media := response.Content["application/json"]; strings.HasPrefix(code, "2") {
			described.Status = code
			if media != nil {
				described.Response = outline(s.schemas(), media.Schema, 0)
			}
		}
	}
	return described
}

func (s *Server) schemas() huma.Registry { return s.api.OpenAPI().Components.Schemas }

// outlineDepth is how deep a schema is unfolded; deeper ones are named.
const outlineDepth = 3

// outline writes a schema the way people read JSON: fields with their types, nested by two spaces.
func outline(registry huma.Registry, schema *huma.Schema, depth int) string {
	if schema == nil {
		return ""
	}
	if len(schema.AnyOf) == 2 && schema.AnyOf[1].Type == "null" {
		return "null | " + outline(registry, schema.AnyOf[0], depth)
	}
	name := ""
	if schema.Ref != "" {
		name = schema.Ref[strings.LastIndex(schema.Ref, "/")+1:]
		schema = registry.SchemaFromRef(schema.Ref)
	}
	switch {
	case schema.Type == huma.TypeArray:
		return "[" + outline(registry, schema.Items, depth) + "]"
	case schema.Type == huma.TypeObject && depth >= outlineDepth:
		return name
	case schema.Type == huma.TypeObject && len(schema.Properties) > 0:
		return outlineObject(registry, schema, depth)
	case len(schema.Enum) > 0:
		return enumText(schema.Enum)
	default:
		return schema.Type
	}
}

func outlineObject(registry huma.Registry, schema *huma.Schema, depth int) string {
	names := make([]string, 0, len(schema.Properties))
	for name := range schema.Properties {
		names = append(names, name)
	}
	slices.Sort(names)
	var text strings.Builder
	text.WriteString("{\n")
	for _, name := range names {
		optional := ""
		if !slices.Contains(schema.Required, name) {
			optional = "?"
		}
		fmt.Fprintf(&text, "%s%s%s: %s\n", strings.Repeat("  ", depth+1), name, optional, outline(registry, schema.Properties[name], depth+1))
	}
	text.WriteString(strings.Repeat("  ", depth) + "}")
	return text.String()
}

func enumText(values []any) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = fmt.Sprint(value)
	}
	return strings.Join(words, " | ")
}
