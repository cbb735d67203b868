package main

import "wellspring/pkg/app"

// kept says where pictures and files are kept.
type kept struct {
	Uploads     string `help:"Where pictures and files are kept: a folder, or s3://key:secret@host/bucket?region=...; none takes none." env:"WELLSPRING_UPLOADS"`
	UploadQuota int64  `name:"upload-quota" help:"What one person's uploads may take, in MB." env:"WELLSPRING_UPLOAD_QUOTA" default:"1024"`
}

func (k kept) into(o app.Options) app.Options {
	o.Uploads, o.UploadQuota = k.Uploads, k.UploadQuota<<20
	return o
}
