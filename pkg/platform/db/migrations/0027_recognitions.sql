-- +goose Up
-- What a person's inbox tells of their badges and privileges: a row each, since they concern no question. The same badge
-- once more counts up on its row.
CREATE TABLE recognitions (
    user_id bigint NOT NULL REFERENCES users,
    kind text NOT NULL CHECK (kind IN ('badge', 'privilege')),
    -- The rule of the badge, or the key of the privilege.
    name text NOT NULL,
    -- The post that it was last earned with.
    post_id bigint REFERENCES posts,
    count integer NOT NULL DEFAULT 1,
    at timestamptz NOT NULL,
    seen boolean NOT NULL DEFAULT false,
    PRIMARY KEY (user_id, kind, name)
);
CREATE INDEX recognitions_newest ON recognitions (user_id, at DESC);
CREATE INDEX recognitions_unseen ON recognitions (user_id) WHERE NOT seen;
CREATE INDEX recognitions_post ON recognitions (post_id) WHERE post_id IS NOT NULL;

ALTER TABLE mail_preferences ADD COLUMN recognition text NOT NULL DEFAULT 'daily';
-- Mails about badges and privileges are about no post; they are told apart by name.
ALTER TABLE mail_items
    ALTER COLUMN post_id DROP NOT NULL,
    ADD COLUMN name text NOT NULL DEFAULT '',
    DROP CONSTRAINT mail_items_user_id_post_id_kind_comment_id_key,
    ADD CONSTRAINT mail_items_once UNIQUE NULLS NOT DISTINCT (user_id, post_id, kind, comment_id, name);
