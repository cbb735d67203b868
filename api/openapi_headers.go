package api

import "github.com/danielgtaylor/huma/v2"

// describeHeaders names the headers that every operation takes and gives, which the middleware reads and writes.
func describeHeaders(document *huma.OpenAPI) {
	for path, item := range document.Paths {
		if item.Post != nil && !carriesSecrets(path) && !repeatable(path) {
			maximum := maxKeyLength
			item.Post.Parameters = append(item.Post.Parameters, &huma.Param{
				Name: idempotencyHeader, In: "header", Schema: &huma.Schema{Type: huma.TypeString, MaxLength: &maximum},
				Description: "A text of the client's own choice. The same request sent again with it within 24 hours is carried out once and gets the first answer again.",
			})
		}
		if item.Get != nil && !streams(item.Get) {
			item.Get.Parameters = append(item.Get.Parameters, &huma.Param{
				Name: "If-None-Match", In: "header", Schema: &huma.Schema{Type: huma.TypeString},
				Description: "The ETag of an earlier answer; the answer is 304 without a body where nothing changed.",
			})
			describeReply(item.Get, "ETag", huma.TypeString, "What If-None-Match takes.")
		}
		for _, operation := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
			if operation == nil {
				continue
			}
			describeReply(operation, "X-RateLimit-Limit", huma.TypeInteger, "Requests that this caller may send in a minute.")
			describeReply(operation, "X-RateLimit-Remaining", huma.TypeInteger, "Requests that are left of them.")
			describeReply(operation, "X-RateLimit-Reset", huma.TypeInteger, "Seconds until all of them are there again.")
		}
	}
}

// streams tells an operation whose answer does not end, and so is never the same as before.
func streams(operation *huma.Operation) bool {
	response := operation.Responses["200"]
	return response != nil && response.Content[eventStreamType] != nil
}

// describeReply adds a header to every success of the operation.
func describeReply(operation *huma.Operation, name, kind, description string) {
	for status, response := range operation.Responses {
		if status[0] != '2' {
			continue
		}
		if response.Headers == nil {
			response.Headers = map[string]*huma.Param{}
		}
		response.Headers[name] = &huma.Param{Schema: &huma.Schema{Type: kind}, Description: description}
	}
}
