// Package api is everything HTTP: it decodes a request, calls one use case and presents what came back.
// It holds no rule of the product. server.go has the middleware and the whole route table on one screen;
// every other file is one resource, except present*.go (shared shapes), problem.go (the only place that turns
// an error into HTTP) and the middleware files. huma makes the OpenAPI document from the same Go types that
// decode and encode, so the document cannot differ from the code.
package api
