package testkit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strings"

	"github.com/stretchr/testify/require"
)

// Client speaks HTTP as one person, or as a visitor.
type Client struct {
	kit     *Kit
	token   string
	headers map[string]string
}

// As signs a member of the cast in; each call is a session of its own.
func (k *Kit) As(handle string) *Client {
	k.t.Helper()
	session, err := k.App.Auth.StartSession(k.context(), k.UserID(handle), "testkit", "127.0.0.1")
	require.NoError(k.t, err)
	return &Client{kit: k, token: session.AccessToken}
}

// Visitor is somebody without an account.
func (k *Kit) Visitor() *Client { return &Client{kit: k} }

// Bearer is a client with this access token.
func (k *Kit) Bearer(token string) *Client { return &Client{kit: k, token: token} }

// With adds a header to every request of a copy of the client.
func (c *Client) With(name, value string) *Client {
	headers := map[string]string{name: value}
	maps.Copy(headers, c.headers)
	return &Client{kit: c.kit, token: c.token, headers: headers}
}

// Get reads a path below /api/v1; arguments fill the path as in fmt.Sprintf.
func (c *Client) Get(path string, args ...any) *Reply {
	c.kit.t.Helper()
	return c.Send(http.MethodGet, fmt.Sprintf(path, args...), nil)
}

// Delete deletes a path below /api/v1.
func (c *Client) Delete(path string, args ...any) *Reply {
	c.kit.t.Helper()
	return c.Send(http.MethodDelete, fmt.Sprintf(path, args...), nil)
}

// Post sends a body as JSON.
func (c *Client) Post(path string, body any) *Reply {
	c.kit.t.Helper()
	return c.Send(http.MethodPost, path, body)
}

// Put sends a body as JSON.
func (c *Client) Put(path string, body any) *Reply {
	c.kit.t.Helper()
	return c.Send(http.MethodPut, path, body)
}

// Patch sends a body as JSON.
func (c *Client) Patch(path string, body any) *Reply {
	c.kit.t.Helper()
	return c.Send(http.MethodPatch, path, body)
}

// File fetches an address outside the API, as a browser fetches pictures and files.
func (c *Client) File(method, address string) *Reply {
	c.kit.t.Helper()
	return c.exchange(method, address, nil)
}

// Send makes a request; a body that is a string or bytes goes out as it is, anything else as JSON.
func (c *Client) Send(method, path string, body any) *Reply {
	c.kit.t.Helper()
	reply := c.exchange(method, "/api/v1"+path, body)
	c.kit.contract.check(reply, method, path)
	return reply
}

func (c *Client) exchange(method, address string, body any) *Reply {
	c.kit.t.Helper()
	request, err := http.NewRequestWithContext(c.kit.context(), method, c.kit.URL+address, c.encode(body))
	require.NoError(c.kit.t, err)
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	for name, value := range c.headers {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(c.kit.t, err)
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	require.NoError(c.kit.t, err)
	return &Reply{kit: c.kit, request: method + " " + address, Status: response.StatusCode, Header: response.Header, Body: text}
}

func (c *Client) encode(body any) io.Reader {
	switch typed := body.(type) {
	case nil:
		return http.NoBody
	case string:
		return strings.NewReader(typed)
	case []byte:
		return bytes.NewReader(typed)
	}
	text, err := json.Marshal(body)
	require.NoError(c.kit.t, err)
	return bytes.NewReader(text)
}

// Reply is what the server answered.
type Reply struct {
	Status  int
	Header  http.Header
	Body    []byte
	kit     *Kit
	request string
}

// Want fails the test unless the status is as expected.
func (r *Reply) Want(status int) *Reply {
	r.kit.t.Helper()
	require.Equalf(r.kit.t, status, r.Status, "%s answered %s", r.request, r.Body)
	return r
}

// WantProblem fails the test unless the answer is a problem document of this status and code.
func (r *Reply) WantProblem(status int, code string) *Reply {
	r.kit.t.Helper()
	r.Want(status)
	require.Equal(r.kit.t, "application/problem+json", r.Header.Get("Content-Type"), r.request)
	var problem struct{ Code string }
	r.JSON(&problem)
	require.Equalf(r.kit.t, code, problem.Code, "%s answered %s", r.request, r.Body)
	return r
}

// JSON decodes the answer.
func (r *Reply) JSON(into any) *Reply {
	r.kit.t.Helper()
	require.NoErrorf(r.kit.t, json.Unmarshal(r.Body, into), "%s answered %s", r.request, r.Body)
	return r
}
