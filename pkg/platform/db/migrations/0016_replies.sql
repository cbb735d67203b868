-- +goose Up
-- The comment that this one answers, which answers none itself: replies are one level deep.
ALTER TABLE comments ADD COLUMN parent_id bigint REFERENCES comments;
CREATE INDEX comments_parent ON comments (parent_id) WHERE parent_id IS NOT NULL;
