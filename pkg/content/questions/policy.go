package questions

import "wellspring/pkg/kernel/authz"

// CanAsk says whether the actor may ask at all; the space has its own say.
func CanAsk(actor authz.Actor) error { return actor.Need(authz.Ask) }
