package testkit

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"wellspring/api"
)

const documentName = "openapi.json"

// contract is the OpenAPI document, against which every answer is checked that a test receives. It reads the document
// as any client would, and checks with another library than the one that made it.
type contract struct {
	paths    map[string]any
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	schemas  map[string]*jsonschema.Schema
}

func newContract(server *api.Server) (*contract, error) {
	text, err := server.OpenAPI()
	if err != nil {
		return nil, err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read the OpenAPI document: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(documentName, document); err != nil {
		return nil, fmt.Errorf("take in the OpenAPI document: %w", err)
	}
	return &contract{paths: member(document, "paths"), compiler: compiler, schemas: map[string]*jsonschema.Schema{}}, nil
}

// check fails the test when an answer is not as the document says: a status it does not have, another content type,
// a missing header, a missing or unknown field, a wrong type.
func (c *contract) check(r *Reply, method, path string) {
	r.kit.t.Helper()
	path, _, _ = strings.Cut(path, "?")
	template := c.template(path)
	operation := member(c.paths[template], strings.ToLower(method))
	if operation == nil {
		return // Requests to addresses that do not exist are answered by no operation.
	}
	status := fmt.Sprint(r.Status)
	response := member(operation["responses"], status)
	// What is not well-formed, too much or not signed in is refused before it reaches an operation.
	early := []int{
		http.StatusNotModified, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden,
		http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusTooManyRequests,
	}
	if response == nil && slices.Contains(early, r.Status) {
		return
	}
	require.NotNilf(r.kit.t, response, "%s %s answers %s, which the OpenAPI document does not describe", method, template, status)
	for name := range member(response, "headers") {
		require.NotEmptyf(r.kit.t, r.Header.Get(name), "%s %s answers without the header %s, which the OpenAPI document promises", method, template, name)
	}
	if len(r.Body) == 0 {
		return
	}
	contentType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	require.NoError(r.kit.t, err)
	media := member(response["content"], contentType)
	require.NotNilf(r.kit.t, media, "%s %s answers %s as %s, which the OpenAPI document does not describe", method, template, status, contentType)
	if !strings.HasSuffix(contentType, "json") {
		return // The document says no more of feeds than what they are.
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(r.Body))
	require.NoError(r.kit.t, err)
	schema, err := c.schema("paths", template, strings.ToLower(method), "responses", status, "content", contentType, "schema")
	require.NoError(r.kit.t, err)
	require.NoErrorf(r.kit.t, schema.Validate(value), "%s %s answers %s unlike the OpenAPI document: %s", method, template, status, r.Body)
}

// schema compiles the part of the document at these keys, once.
func (c *contract) schema(keys ...string) (*jsonschema.Schema, error) {
	escaped := make([]string, len(keys))
	for i, key := range keys {
		escaped[i] = strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(key)
	}
	pointer := documentName + "#/" + strings.Join(escaped, "/")
	c.mu.Lock()
	defer c.mu.Unlock()
	if schema, ok := c.schemas[pointer]; ok {
		return schema, nil
	}
	schema, err := c.compiler.Compile(pointer)
	if err != nil {
		return nil, fmt.Errorf("compile %s: %w", pointer, err)
	}
	c.schemas[pointer] = schema
	return schema, nil
}

// template finds the path of the document that a request's path fits; one without variables goes first.
func (c *contract) template(path string) string {
	found := ""
	for template := range c.paths {
		if fits(template, path) && (found == "" || !strings.Contains(template, "{")) {
			found = template
		}
	}
	return found
}

func fits(template, path string) bool {
	wanted, parts := strings.Split(template, "/"), strings.Split(path, "/")
	if len(wanted) != len(parts) {
		return false
	}
	for i := range wanted {
		if wanted[i] != parts[i] && !strings.HasPrefix(wanted[i], "{") {
			return false
		}
	}
	return true
}

// member gives an object's member that is an object; nil where there is none.
func member(value any, key string) map[string]any {
	object, _ := value.(map[string]any)
	found, _ := object[key].(map[string]any)
	return found
}
