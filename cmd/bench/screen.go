package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// screen is how a reader who was never here before sees a question come up in Chromium.
type screen struct {
	Milliseconds float64 `json:"firstScreenMs"`
	Kilobytes    float64 `json:"kilobytes"`
}

// measureScreen opens a question in Chromium on the running server. The script and the browser are the frontend's own.
func (b *bench) measureScreen(ctx context.Context, s *server) (screen, error) {
	found, err := exec.CommandContext(ctx, "deploy/tools/require", "chromium").Output()
	if err != nil {
		return screen{}, fmt.Errorf("find Chromium: %w", err)
	}
	command := exec.CommandContext(ctx, "node", "scripts/first-screen.mjs", "http://"+s.address, "/questions/1") //nolint:gosec // the address is ours
	command.Dir = "frontend"
	command.Env = append(os.Environ(), "CHROMIUM="+strings.TrimSpace(string(found)))
	command.Stderr = os.Stderr
	text, err := command.Output()
	if err != nil {
		return screen{}, fmt.Errorf("measure the first screen: %w", err)
	}
	var measured screen
	if err := json.Unmarshal(text, &measured); err != nil {
		return screen{}, fmt.Errorf("read the first screen's figures: %w", err)
	}
	return measured, nil
}
