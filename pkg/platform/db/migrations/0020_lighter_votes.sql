-- +goose Up
-- Every act writes an event, and nothing looks one up but by its number.
DROP INDEX events_occurred;
DROP INDEX events_name;
-- Most entries take nothing back, and need no place among those that do.
DROP INDEX reputation_entries_reverses;
CREATE UNIQUE INDEX reputation_entries_reverses ON reputation_entries (reverses_id) WHERE reverses_id IS NOT NULL;
