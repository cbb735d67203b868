package signal

import "context"

// Flush sends what is waiting, for a process that is about to end; one that runs the hub has no need of it.
func (h *Hub) Flush(ctx context.Context) {
	for {
		select {
		case first := <-h.pending:
			h.notify(ctx, h.gather(first))
		default:
			return
		}
	}
}
