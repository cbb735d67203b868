package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"wellspring/pkg/content/uploads"
)

// Upload is a picture or a file that can stand in a text.
type Upload struct {
	URL       string    `json:"url" doc:"Its address here, for a Markdown picture or link. Others read it once it stands in a post or comment that they may read."`
	Name      string    `json:"name"`
	MediaType string    `json:"mediaType" doc:"As its content says, whatever its name says."`
	Picture   bool      `json:"picture" doc:"Shown in a text; other files are downloaded."`
	Width     int       `json:"width" doc:"Pixels of a picture's largest version; 0 of other files."`
	Height    int       `json:"height"`
	Size      int64     `json:"size" doc:"What it takes of the sender's room, in bytes."`
	SentAt    time.Time `json:"sentAt" doc:"What stands in no text or draft a day later is removed."`
}

type sendUploadInput struct {
	Name    string `query:"name" required:"true" maxLength:"255" doc:"What the sender calls it."`
	RawBody []byte `contentType:"application/octet-stream"`
}

type uploadOutput struct{ Body Upload }

func (s *Server) registerUploads(api huma.API) {
	send := status(signedIn("send-upload", http.MethodPost, uploadsPath, "Uploads", "Send a picture or a file"), http.StatusCreated)
	send.Description = "The body is the file itself, at most 10 MB. Pictures are kept in the sizes that pages show, without what cameras note " +
		"beside them, such as the place. The same file sent again by the same person gives the same upload."
	send.MaxBodyBytes = uploads.MaxSize + 1
	send.Errors = append(send.Errors, http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable)
	huma.Register(api, send, s.sendUpload)
}

func (s *Server) sendUpload(ctx context.Context, in *sendUploadInput) (*uploadOutput, error) {
	upload, err := s.app.Uploads.Keep(ctx, actorOf(ctx), uploads.Sent{Name: in.Name, Content: in.RawBody})
	if err != nil {
		return nil, s.problem(ctx, err)
	}
	return &uploadOutput{Upload{
		URL: upload.Path(), Name: upload.Name, MediaType: upload.MediaType, Picture: upload.IsPicture(), Width: upload.Width, Height: upload.Height,
		Size: upload.Size, SentAt: upload.SentAt,
	}}, nil
}
