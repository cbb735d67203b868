-- +goose Up
-- What somebody wants to hear of: a question, a person or a space. Watched tags lie in watched_tags and tag_patterns.
CREATE TABLE follows (
    user_id bigint NOT NULL REFERENCES users,
    question_id bigint REFERENCES posts,
    person_id bigint REFERENCES users,
    space_id bigint REFERENCES spaces,
    created_at timestamptz NOT NULL,
    CHECK (num_nonnulls(question_id, person_id, space_id) = 1),
    CHECK (person_id <> user_id)
);
-- Each begins with what is followed, since followers are looked up by it.
CREATE UNIQUE INDEX follows_question ON follows (question_id, user_id) WHERE question_id IS NOT NULL;
CREATE UNIQUE INDEX follows_person ON follows (person_id, user_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX follows_space ON follows (space_id, user_id) WHERE space_id IS NOT NULL;
CREATE INDEX follows_newest ON follows (user_id, created_at DESC);

-- To ask or to answer is to follow, also where it happened before there was anything to follow.
INSERT INTO follows (user_id, question_id, created_at)
SELECT author_id, coalesce(question_id, id), min(created_at) FROM posts
WHERE author_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2;
