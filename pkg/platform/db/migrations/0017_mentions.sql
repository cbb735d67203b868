-- +goose Up
-- Who was mentioned by @handle in a post, or in a comment on it; rows are only added, so that everybody hears of it once.
CREATE TABLE mentions (
    post_id bigint NOT NULL REFERENCES posts,
    comment_id bigint REFERENCES comments,
    user_id bigint NOT NULL REFERENCES users,
    created_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (post_id, comment_id, user_id)
);
CREATE INDEX mentions_comment ON mentions (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX mentions_user ON mentions (user_id);

CREATE INDEX users_handle_prefix ON users (lower(handle) text_pattern_ops);

ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (
    kind IN ('question', 'answer', 'comment', 'accept', 'edit', 'votes', 'closed', 'reopened', 'mention'));
