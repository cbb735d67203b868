package blob

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// bucket keeps files in a store that speaks S3, below a prefix where the address names one.
type bucket struct {
	client *minio.Client
	name   string
	prefix string
}

func openBucket(address *url.URL) (*bucket, error) {
	name, prefix, _ := strings.Cut(strings.Trim(address.Path, "/"), "/")
	secret, hasSecret := address.User.Password()
	if address.Host == "" || name == "" || !hasSecret {
		return nil, errors.New("write it as s3://key:secret@host/bucket?region=eu-central-1")
	}
	region := address.Query().Get("region")
	if region == "" {
		region = "us-east-1" // what stores that know no regions call theirs
	}
	client, err := minio.New(address.Host, &minio.Options{
		Creds: credentials.NewStaticV4(address.User.Username(), secret, ""), Secure: address.Scheme == "s3", Region: region,
	})
	if err != nil {
		return nil, fmt.Errorf("set up the connection to %s: %w", address.Host, err)
	}
	if prefix != "" {
		prefix += "/"
	}
	return &bucket{client: client, name: name, prefix: prefix}, nil
}

// Put keeps a file; the store answers only once it has it.
func (b *bucket) Put(ctx context.Context, name, mediaType string, content []byte) error {
	_, err := b.client.PutObject(ctx, b.name, b.prefix+name, bytes.NewReader(content), int64(len(content)),
		minio.PutObjectOptions{ContentType: mediaType, DisableMultipart: true})
	if err != nil {
		return fmt.Errorf("put %s: %w", name, err)
	}
	return nil
}

// Open gives a file to read; what is not read is not fetched.
func (b *bucket) Open(ctx context.Context, name string) (io.ReadSeekCloser, error) {
	object, err := b.client.GetObject(ctx, b.name, b.prefix+name, minio.GetObjectOptions{})
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", name, err)
	}
	if _, err := object.Stat(); err != nil {
		_ = object.Close()
		if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
			return nil, ErrMissing
		}
		return nil, fmt.Errorf("find %s: %w", name, err)
	}
	return object, nil
}

// Remove forgets a file.
func (b *bucket) Remove(ctx context.Context, name string) error {
	if err := b.client.RemoveObject(ctx, b.name, b.prefix+name, minio.RemoveObjectOptions{}); err != nil {
		return fmt.Errorf("remove %s: %w", name, err)
	}
	return nil
}

// Check asks whether the bucket is there and ours.
func (b *bucket) Check(ctx context.Context) error {
	found, err := b.client.BucketExists(ctx, b.name)
	if err != nil {
		return fmt.Errorf("ask for bucket %s: %w", b.name, err)
	}
	if !found {
		return fmt.Errorf("there is no bucket %s", b.name)
	}
	return nil
}
