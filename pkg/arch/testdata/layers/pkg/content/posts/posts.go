// Package posts imports what it must not know.
package posts

import (
	_ "wellspring/pkg/content/tags"
	_ "wellspring/pkg/engagement/badges"
	_ "wellspring/pkg/people/users"
	_ "wellspring/pkg/testkit"
)
