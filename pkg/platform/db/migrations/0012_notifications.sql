-- +goose Up
-- Somebody's inbox: one row a person and question, which gathers what they are told about that question and its answers.
CREATE TABLE notification_threads (
    user_id bigint NOT NULL REFERENCES users,
    question_id bigint NOT NULL REFERENCES posts,
    -- When something last came, or when it comes back from being snoozed.
    touched_at timestamptz NOT NULL,
    -- The number of the newest notification, and of the newest one that was read.
    newest integer NOT NULL DEFAULT 1,
    seen integer NOT NULL DEFAULT 0,
    snoozed_until timestamptz,
    PRIMARY KEY (user_id, question_id)
);
CREATE INDEX notification_threads_newest ON notification_threads (user_id, touched_at DESC, question_id DESC);
CREATE INDEX notification_threads_unread ON notification_threads (user_id, touched_at DESC, question_id DESC) WHERE newest > seen;
CREATE INDEX notification_threads_snoozed ON notification_threads (user_id, touched_at DESC, question_id DESC) WHERE snoozed_until IS NOT NULL;
CREATE INDEX notification_threads_wake ON notification_threads (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX notification_threads_question ON notification_threads (question_id);

-- What happened. The same once more, such as another vote, counts up on its row and takes the next number.
CREATE TABLE notifications (
    user_id bigint NOT NULL REFERENCES users,
    question_id bigint NOT NULL REFERENCES posts,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('question', 'answer', 'comment', 'accept', 'edit', 'votes', 'closed', 'reopened')),
    post_id bigint NOT NULL REFERENCES posts,
    comment_id bigint REFERENCES comments,
    -- Who did it last; nobody for votes, which are secret.
    actor_id bigint REFERENCES users,
    count integer NOT NULL DEFAULT 1,
    at timestamptz NOT NULL,
    PRIMARY KEY (user_id, question_id, number),
    FOREIGN KEY (user_id, question_id) REFERENCES notification_threads,
    UNIQUE NULLS NOT DISTINCT (user_id, post_id, kind, comment_id)
);
CREATE INDEX notifications_question ON notifications (question_id);
CREATE INDEX notifications_post ON notifications (post_id);
CREATE INDEX notifications_comment ON notifications (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX notifications_actor ON notifications (actor_id) WHERE actor_id IS NOT NULL;
