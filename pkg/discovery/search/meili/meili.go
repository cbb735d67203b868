// Package meili is the search engine behind search.Index: it knows Meilisearch's settings, filters and tasks, and
// nothing of where documents come from. Start at New.
package meili

import (
	"net/http"
	"strconv"
	"time"

	"github.com/meilisearch/meilisearch-go"
)

const (
	// version is that of the documents' shape and the settings. A program with a higher one finds no index of its own,
	// builds it beside the old one while the database answers, and drops the old one.
	version = 1

	searchTimeout = 4 * time.Second
	writeTimeout  = time.Minute
	keptOpen      = 32
)

// Engine is one live index, and a second one while it is being rebuilt.
type Engine struct {
	// searcher gives up soon, because Postgres can answer instead; writer sends large batches.
	searcher meilisearch.ServiceManager
	writer   meilisearch.ServiceManager
	family   string
	live     string
	next     string
}

// New makes an engine; it sends nothing yet. prefix begins the names of its indexes.
func New(url, key, prefix string) *Engine {
	family := prefix + "content_v"
	live := family + strconv.Itoa(version)
	return &Engine{
		searcher: client(url, key, searchTimeout), writer: client(url, key, writeTimeout),
		family: family, live: live, next: live + "_next",
	}
}

func client(url, key string, timeout time.Duration) meilisearch.ServiceManager {
	// Keep-alive together with gzip costs five times the search itself.
	transport := &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: keptOpen, IdleConnTimeout: time.Minute}
	return meilisearch.New(url, meilisearch.WithAPIKey(key), meilisearch.DisableRetries(),
		meilisearch.WithCustomClient(&http.Client{Transport: transport, Timeout: timeout}))
}
