-- +goose Up
-- What somebody has begun to write: one a person and place, such as ask, answer-42, comment-42 or edit-42.
CREATE TABLE drafts (
    user_id bigint NOT NULL REFERENCES users,
    place text NOT NULL,
    -- The post that is answered, commented or edited; none for a question that is being asked.
    post_id bigint REFERENCES posts,
    title text NOT NULL DEFAULT '',
    body text NOT NULL DEFAULT '',
    answer text NOT NULL DEFAULT '',
    tags text[] NOT NULL DEFAULT '{}',
    space text NOT NULL DEFAULT '',
    summary text NOT NULL DEFAULT '',
    -- The version of the post that an edit began with.
    base integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, place)
);
CREATE INDEX drafts_post ON drafts (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX drafts_age ON drafts (saved_at);
