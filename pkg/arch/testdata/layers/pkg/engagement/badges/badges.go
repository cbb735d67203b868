// Package badges looks sideways.
package badges

import (
	_ "wellspring/pkg/content/posts"
	_ "wellspring/pkg/discovery/search"
)
