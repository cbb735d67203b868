package blob_test

import (
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rclone/gofakes3"
	"github.com/rclone/gofakes3/s3mem"
	"github.com/stretchr/testify/require"

	"wellspring/pkg/platform/blob"
)

// bucket runs a server that speaks S3 and checks signatures, and gives the address of a bucket on it.
func bucket(t *testing.T) string {
	t.Helper()
	backend := s3mem.New()
	require.NoError(t, backend.CreateBucket(t.Context(), "uploads"))
	server := httptest.NewServer(gofakes3.New(backend, gofakes3.WithV4Auth(map[string]string{"key": "secret"})).Server())
	t.Cleanup(server.Close)
	return "s3+http://key:secret@" + strings.TrimPrefix(server.URL, "http://") + "/uploads/some/where"
}

func stores(t *testing.T) map[string]blob.Store {
	t.Helper()
	opened := map[string]blob.Store{}
	for name, place := range map[string]string{"folder": filepath.Join(t.TempDir(), "new"), "bucket": bucket(t)} {
		store, err := blob.Open(place)
		require.NoError(t, err, name)
		opened[name] = store
	}
	return opened
}

func TestAStoreKeepsFilesUntilTheyAreRemoved(t *testing.T) {
	t.Parallel()
	for name, store := range stores(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.NoError(t, store.Check(t.Context()))
			_, err := store.Open(t.Context(), "AB/ABC/760")
			require.ErrorIs(t, err, blob.ErrMissing)
			require.NoError(t, store.Put(t.Context(), "AB/ABC/760", "image/png", []byte("first")))
			require.NoError(t, store.Put(t.Context(), "AB/ABC/760", "image/png", []byte("second time")))
			opened, err := store.Open(t.Context(), "AB/ABC/760")
			require.NoError(t, err)
			_, err = opened.Seek(7, io.SeekStart)
			require.NoError(t, err)
			rest, err := io.ReadAll(opened)
			require.NoError(t, err)
			require.NoError(t, opened.Close())
			require.Equal(t, "time", string(rest))
			require.NoError(t, store.Remove(t.Context(), "AB/ABC/760"))
			require.NoError(t, store.Remove(t.Context(), "AB/ABC/760"))
			_, err = store.Open(t.Context(), "AB/ABC/760")
			require.ErrorIs(t, err, blob.ErrMissing)
		})
	}
}

func TestAFolderIsNeverLeft(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(outside, "secret"), []byte("x"), 0o600))
	store, err := blob.Open(filepath.Join(outside, "uploads"))
	require.NoError(t, err)
	_, err = store.Open(t.Context(), "../secret")
	require.Error(t, err)
	require.Error(t, store.Put(t.Context(), "../secret", "text/plain", []byte("y")))
	require.Error(t, store.Remove(t.Context(), "../secret"))
	kept, err := os.ReadFile(filepath.Join(outside, "secret"))
	require.NoError(t, err)
	require.Equal(t, "x", string(kept))
}

func TestNothingUnfinishedStaysInAFolder(t *testing.T) {
	t.Parallel()
	place := t.TempDir()
	store, err := blob.Open(place)
	require.NoError(t, err)
	require.NoError(t, store.Put(t.Context(), "AB/ABC/file", "text/plain", []byte("x")))
	names, err := filepath.Glob(filepath.Join(place, "*", "*", "*"))
	require.NoError(t, err)
	require.Equal(t, []string{filepath.Join(place, "AB/ABC/file")}, names)
}

func TestAStoreWithAnotherSecretIsRefused(t *testing.T) {
	t.Parallel()
	store, err := blob.Open(strings.Replace(bucket(t), "key:secret", "key:guess", 1))
	require.NoError(t, err)
	require.Error(t, store.Put(t.Context(), "AB/ABC/file", "text/plain", []byte("x")))
	require.Error(t, store.Check(t.Context()))
}

func TestAWrongPlaceIsSaidWithoutItsSecret(t *testing.T) {
	t.Parallel()
	for _, place := range []string{"ftp://key:hidden@host/bucket", "s3://host/bucket", "s3://key:hidden@host", "s3://key:hidden@/bucket"} {
		_, err := blob.Open(place)
		require.ErrorContains(t, err, "s3://key:secret@host", place)
		require.NotContains(t, err.Error(), "hidden")
	}
}
