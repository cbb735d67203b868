-- +goose Up
-- The badges of this program have a rule, by which it knows them; those that an import brought have none.
ALTER TABLE badges ADD COLUMN rule text;
ALTER TABLE badges DROP CONSTRAINT badges_name_class_key;
CREATE UNIQUE INDEX badges_rule ON badges (rule) WHERE rule IS NOT NULL;
CREATE UNIQUE INDEX badges_imported ON badges (name, class) WHERE rule IS NULL;

ALTER TABLE badge_awards
    -- What it was awarded for, once each: a post, a tag or a year by its number, 0 where it is awarded once in all.
    -- None for imported awards, which repeat as their source has them.
    ADD COLUMN subject bigint,
    ADD COLUMN post_id bigint REFERENCES posts,
    ADD COLUMN tag_id bigint REFERENCES tags;
DROP INDEX badge_awards_badge;
CREATE UNIQUE INDEX badge_awards_once ON badge_awards (badge_id, user_id, subject);
CREATE INDEX badge_awards_newest ON badge_awards (badge_id, awarded_at DESC, id DESC);
CREATE INDEX badge_awards_post ON badge_awards (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX badge_awards_tag ON badge_awards (tag_id) WHERE tag_id IS NOT NULL;

-- Whom an event touched since their badges were last looked at; many votes on a person's posts are one row.
CREATE TABLE badge_checks (
    user_id bigint NOT NULL REFERENCES users,
    event text NOT NULL,
    PRIMARY KEY (user_id, event)
);

-- The most reputation that a person ever had, so that a privilege is earned once however the votes go up and down.
CREATE TABLE reputation_peaks (
    user_id bigint PRIMARY KEY REFERENCES users,
    reputation integer NOT NULL
);
INSERT INTO reputation_peaks (user_id, reputation) SELECT user_id, reputation FROM reputation_totals;
