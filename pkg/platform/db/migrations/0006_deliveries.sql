-- +goose Up
-- Which subscriber has still to hear of which event. A row is written with its event and goes with the subscriber's own
-- writes, so that each event has its effect once, however often a process dies.
CREATE TABLE event_deliveries (
    event_id bigint NOT NULL REFERENCES events ON DELETE CASCADE,
    subscriber text NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    PRIMARY KEY (event_id, subscriber)
);
CREATE INDEX event_deliveries_due ON event_deliveries (due_at, event_id);
