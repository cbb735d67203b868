package posts

import "wellspring/pkg/people/users"

// Person is what is shown of somebody beside what they wrote.
type Person = users.Ref
