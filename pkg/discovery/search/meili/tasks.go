package meili

import (
	"context"
	"fmt"
	"time"

	"github.com/meilisearch/meilisearch-go"
)

const (
	taskPoll    = 20 * time.Millisecond
	taskTimeout = 5 * time.Minute
)

// tasks are what the engine was sent and may not have carried out yet.
type tasks struct{ sent []int64 }

func (t *tasks) add(task *meilisearch.TaskInfo, err error) error {
	if err != nil {
		return fmt.Errorf("send to the search engine: %w", err)
	}
	t.sent = append(t.sent, task.TaskUID)
	return nil
}

// settle waits until the engine has carried out all tasks, and forgets them.
func (e *Engine) settle(ctx context.Context, all *tasks) error {
	ctx, cancel := context.WithTimeout(ctx, taskTimeout)
	defer cancel()
	for ; len(all.sent) > 0; all.sent = all.sent[1:] {
		result, err := e.writer.WaitForTaskWithContext(ctx, all.sent[0], taskPoll)
		if err != nil {
			return fmt.Errorf("wait for the search engine: %w", err)
		}
		if result.Status != meilisearch.TaskStatusSucceeded {
			return fmt.Errorf("the search engine refused a change: %s", result.Error.Message)
		}
	}
	return nil
}

// finished gives a function that takes what sending a task gave, and waits for that task.
func (e *Engine) finished(ctx context.Context) func(*meilisearch.TaskInfo, error) error {
	return func(task *meilisearch.TaskInfo, err error) error {
		var one tasks
		if err := one.add(task, err); err != nil {
			return err
		}
		return e.settle(ctx, &one)
	}
}
