-- +goose Up
-- The picture of a person, by the key under which the store of uploads has it. Rows come before bytes and go after them.
ALTER TABLE users ADD COLUMN avatar text NOT NULL DEFAULT '';

CREATE TABLE avatars (
    key text PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users,
    created_at timestamptz NOT NULL
);
CREATE INDEX avatars_person ON avatars (user_id);
