-- +goose Up
-- The answer that says the same as this comment: one was made of the other, and while the one is there the other is deleted.
ALTER TABLE comments ADD COLUMN answer_id bigint REFERENCES posts;
CREATE UNIQUE INDEX comments_answer ON comments (answer_id) WHERE answer_id IS NOT NULL;

-- The kinds stand in the program, which alone writes them.
ALTER TABLE post_acts DROP CONSTRAINT post_acts_kind_check;
ALTER TABLE post_acts ADD CONSTRAINT post_acts_kind_check CHECK (kind ~ '^[a-z]+(-[a-z]+)*$');
