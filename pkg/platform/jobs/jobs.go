// Package jobs does work outside of requests: chores that run on a schedule, once in the whole cluster however
// many processes there are, retried after a failure and finished before a process ends. It hides the job library.
// The search feed is no job: unique jobs lose wake-ups. Start at Every and Run.
package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"wellspring/pkg/platform/db"
)

const (
	parallel    = 2
	choreLimit  = 10 * time.Minute
	stopTimeout = 15 * time.Second
)

// chore is the job of one run of a scheduled task.
type chore struct {
	Name string `json:"name"`
}

// Kind names the job in its table.
func (chore) Kind() string { return "chore" }

type schedule struct {
	interval time.Duration
	run      func(context.Context) error
}

// Jobs holds the schedules of a process. Call Every before Run.
type Jobs struct {
	db     *db.DB
	log    *slog.Logger
	chores map[string]schedule
}

// New makes an empty set of schedules.
func New(database *db.DB, log *slog.Logger) *Jobs {
	return &Jobs{db: database, log: log, chores: map[string]schedule{}}
}

// Every has run called once per interval, by one process of the cluster. name is stable, since it is stored.
func (j *Jobs) Every(name string, interval time.Duration, run func(context.Context) error) {
	j.chores[name] = schedule{interval, run}
}

// Run works until the context ends, then finishes what is in hand.
func (j *Jobs) Run(ctx context.Context) error {
	workers := river.NewWorkers()
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[chore]) error {
		due, known := j.chores[job.Args.Name]
		if !known {
			return river.JobCancel(fmt.Errorf("no chore is called %q any more", job.Args.Name))
		}
		return due.run(ctx)
	}))
	client, err := river.NewClient(riverpgxv5.New(j.db.Pool()), &river.Config{
		Logger: j.log, Workers: workers, JobTimeout: choreLimit, PeriodicJobs: j.periodic(),
		Queues: map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: parallel}},
	})
	if err != nil {
		return fmt.Errorf("set up the jobs: %w", err)
	}
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start the jobs: %w", err)
	}
	<-ctx.Done()
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := client.Stop(finish); err != nil {
		return fmt.Errorf("stop the jobs: %w", err)
	}
	return nil
}

func (j *Jobs) periodic() []*river.PeriodicJob {
	periodic := make([]*river.PeriodicJob, 0, len(j.chores))
	for name, due := range j.chores {
		periodic = append(periodic, river.NewPeriodicJob(river.PeriodicInterval(due.interval),
			func() (river.JobArgs, *river.InsertOpts) {
				return chore{Name: name}, &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByPeriod: due.interval}}
			}, &river.PeriodicJobOpts{RunOnStart: true}))
	}
	return periodic
}

// Backlog counts the jobs that wait and those that failed for good.
func Backlog(ctx context.Context, database *db.DB) (waiting, failed int, err error) {
	err = database.Pool().QueryRow(ctx, `
		SELECT count(*) FILTER (WHERE state IN ('available', 'retryable', 'running')), count(*) FILTER (WHERE state = 'discarded')
		FROM river_job`).Scan(&waiting, &failed)
	if err != nil {
		return 0, 0, fmt.Errorf("count the jobs: %w", err)
	}
	return waiting, failed, nil
}

// Migrate brings the job library's own tables to its version; it may run in several processes at once only under
// the lock of the product's migrations.
func Migrate(ctx context.Context, database *db.DB) error {
	migrator, err := rivermigrate.New(riverpgxv5.New(database.Pool()), nil)
	if err != nil {
		return fmt.Errorf("read the migrations of the jobs: %w", err)
	}
	if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the jobs: %w", err)
	}
	return nil
}
