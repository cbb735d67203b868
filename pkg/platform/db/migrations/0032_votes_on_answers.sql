-- +goose Up
-- +goose StatementBegin
-- How hot a question is: a tenfold score weighs as much as half a day of age, and answers half of that.
CREATE FUNCTION question_heat(score integer, answers integer, asked timestamptz, touched timestamptz) RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN sign(score) * log(greatest(abs(score), 1)::double precision) + log((1 + answers)::double precision) / 2
        + (extract(epoch FROM asked) + extract(epoch FROM touched))::double precision / 90000;
END
$$;
-- +goose StatementEnd

-- What the lists of questions are sorted by is empty for answers, so that a vote on an answer changes no indexed column
-- and Postgres writes it beside the old row, without an entry in each of the many indexes. Postgres reads the
-- expressions anew with every write, so they are short.
ALTER TABLE posts DROP COLUMN hot;
ALTER TABLE posts
    ADD COLUMN hot double precision
        GENERATED ALWAYS AS (CASE WHEN kind = 'question' THEN question_heat(score, answer_count, created_at, activity_at) END) STORED,
    ADD COLUMN question_score integer GENERATED ALWAYS AS (CASE WHEN kind = 'question' THEN score END) STORED;
CREATE INDEX questions_hot ON posts (hot DESC, id DESC) INCLUDE (space_id) WHERE kind = 'question' AND deleted_at IS NULL;
DROP INDEX questions_votes;
CREATE INDEX questions_votes ON posts (question_score DESC, id DESC) INCLUDE (space_id) WHERE kind = 'question' AND deleted_at IS NULL;

-- A vote finds room on the same page.
ALTER TABLE posts SET (fillfactor = 85);

-- A delivery is written in one statement with its event, which is never deleted.
ALTER TABLE event_deliveries DROP CONSTRAINT event_deliveries_event_id_fkey;
