package doctor

import "context"

// uploads tells whether pictures and files can be kept.
func (s *Service) uploads(ctx context.Context) Finding {
	if !s.Uploads.Enabled() {
		return Finding{"uploads", OK, "none are taken", ""}
	}
	if err := s.Uploads.Store.Check(ctx); err != nil {
		return Finding{"uploads", Fail, err.Error(), "Check WELLSPRING_UPLOADS, and that what it names takes files; nobody can send any until then."}
	}
	return Finding{Name: "uploads", State: OK, Detail: "files can be kept"}
}
