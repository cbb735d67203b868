package uploads

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"

	"wellspring/pkg/kernel/authz"
	"wellspring/pkg/kernel/fault"
	"wellspring/pkg/platform/picture"
)

// The widths of pictures: that of a large screen, and those of the text on a sharp screen, on a plain one and on a phone.
var shownWidths = []int{2560, 1520, 760, 400}

// Sent is a file as it came in; its name is what its sender calls it.
type Sent struct {
	Name    string
	Content []byte
}

// part is what is kept of an upload under one name.
type part struct {
	width   int64
	content []byte
}

// Keep takes a picture or a file. To send the same bytes again gives the upload that is there already. What it gives without
// an error is in the store for good.
func (s *Service) Keep(ctx context.Context, actor authz.Actor, sent Sent) (Upload, error) {
	if err := actor.MustSignIn(); err != nil {
		return Upload{}, err
	}
	if !s.Enabled() {
		return Upload{}, fault.Forbidden("Uploads are switched off here. Ask the administrator to say where they are kept.")
	}
	if err := checkSize(sent.Content); err != nil {
		return Upload{}, err
	}
	digest := sha256.Sum256(sent.Content)
	known, err := s.store.sent(ctx, actor.User, digest[:])
	if err != nil {
		return Upload{}, err
	}
	if known.kept {
		if still, err := s.store.sentAgain(ctx, known.ID, s.Clock.Now()); err != nil || still {
			return known, err
		}
	}
	upload, parts, err := s.prepare(ctx, sent)
	if err != nil {
		return Upload{}, err
	}
	upload.Owner, upload.SentAt = actor.User, s.Clock.Now()
	if upload, err = s.announce(ctx, upload, digest[:]); err != nil || upload.kept {
		return upload, err
	}
	for _, one := range parts {
		if err := s.Store.Put(ctx, blobName(upload.Key, one.width), upload.MediaType, one.content); err != nil {
			s.Log.ErrorContext(ctx, "an upload could not be kept", "error", err)
			return Upload{}, fault.Down("The file could not be kept. Send it again in a moment.")
		}
	}
	return upload, s.store.markKept(ctx, upload, s.Clock.Now())
}

func checkSize(content []byte) error {
	var v fault.Validation
	v.Check(len(content) <= MaxSize, "file", "too-large", "The file is larger than %d MB. Send a smaller one.", MaxSize>>20)
	return v.Err()
}

// prepare tells what was sent and makes what is kept of it.
func (s *Service) prepare(ctx context.Context, sent Sent) (Upload, []part, error) {
	shown, err := s.Studio.Fit(ctx, sent.Content, shownWidths)
	var v fault.Validation
	switch {
	case err == nil:
		return pictureUpload(sent.Name, shown)
	case errors.Is(err, picture.ErrTooLarge):
		v.Add("file", "too-many-pixels", "The picture has too many pixels. Make it smaller and send it again.")
		return Upload{}, nil, v.Err()
	case errors.Is(err, picture.ErrDamaged):
		v.Add("file", "damaged", "The picture is damaged, or of a kind that cannot be read. Save it as PNG or JPEG and send it again.")
		return Upload{}, nil, v.Err()
	case !errors.Is(err, picture.ErrUnknown):
		return Upload{}, nil, err
	}
	mediaType, err := typeOf(sent.Content)
	if err != nil {
		return Upload{}, nil, err
	}
	upload := Upload{Key: rand.Text(), Name: nameOf(sent.Name, mediaType), MediaType: mediaType, Size: int64(len(sent.Content))}
	return upload, []part{{content: sent.Content}}, nil
}

func pictureUpload(name string, shown picture.Picture) (Upload, []part, error) {
	upload := Upload{
		Key: rand.Text(), Name: nameOf(name, shown.MediaType), MediaType: shown.MediaType,
		Width: shown.Versions[0].Width, Height: shown.Versions[0].Height,
	}
	parts := make([]part, 0, len(shown.Versions))
	for _, version := range shown.Versions {
		upload.Widths = append(upload.Widths, int64(version.Width))
		upload.Size += int64(len(version.Content))
		parts = append(parts, part{int64(version.Width), version.Content})
	}
	return upload, parts, nil
}

// announce notes an upload before its bytes are kept, and whose room they take. Where the same is on its way already, that
// one is given: both then write the same bytes.
func (s *Service) announce(ctx context.Context, upload Upload, digest []byte) (Upload, error) {
	err := s.DB.InTx(ctx, func(ctx context.Context) error {
		taken, err := s.store.lock(ctx, upload.Owner)
		if err != nil {
			return err
		}
		known, err := s.store.sent(ctx, upload.Owner, digest)
		if err != nil {
			return err
		}
		if known.ID != 0 {
			upload = known
			return nil
		}
		if taken+upload.Size > s.Quota {
			return fault.Conflict("quota", "Your uploads fill the %d MB that one person has. Those that stand in no text are removed after a day.", s.Quota>>20)
		}
		upload.ID, err = s.store.insert(ctx, upload, digest)
		return err
	})
	return upload, err
}
