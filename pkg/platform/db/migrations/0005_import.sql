-- +goose Up
-- What an import has read and not yet written. All of it can be lost or thrown away: the import then reads again.
-- Unlogged tables are emptied when Postgres crashes, staging.run among them, so that nobody trusts half of the rest.
CREATE SCHEMA staging;

CREATE UNLOGGED TABLE staging.run (run_id bigint PRIMARY KEY);

CREATE UNLOGGED TABLE staging.people (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    location text NOT NULL DEFAULT '',
    website text NOT NULL DEFAULT '',
    about text NOT NULL DEFAULT '',
    reputation integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    seen_at timestamptz
);

CREATE UNLOGGED TABLE staging.posts (
    id bigint PRIMARY KEY,
    kind text NOT NULL,
    parent_id bigint NOT NULL DEFAULT 0,
    owner_id bigint NOT NULL DEFAULT 0,
    owner_name text NOT NULL DEFAULT '',
    accepted_id bigint NOT NULL DEFAULT 0,
    title text NOT NULL DEFAULT '',
    tags text[] NOT NULL DEFAULT '{}',
    html text NOT NULL,
    views integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    editor_id bigint NOT NULL DEFAULT 0,
    closed_at timestamptz
);

CREATE UNLOGGED TABLE staging.history (
    post_id bigint NOT NULL,
    id bigint NOT NULL,
    type smallint NOT NULL,
    revision text NOT NULL,
    created_at timestamptz NOT NULL,
    user_id bigint NOT NULL DEFAULT 0,
    user_name text NOT NULL DEFAULT '',
    comment text NOT NULL DEFAULT '',
    body text NOT NULL DEFAULT '',
    PRIMARY KEY (post_id, id)
);

CREATE UNLOGGED TABLE staging.votes (
    post_id bigint NOT NULL,
    day date NOT NULL,
    type smallint NOT NULL,
    user_id bigint NOT NULL DEFAULT 0,
    votes integer NOT NULL,
    amount integer NOT NULL DEFAULT 0,
    PRIMARY KEY (post_id, day, type, user_id)
);

CREATE UNLOGGED TABLE staging.comments (
    id bigint PRIMARY KEY,
    post_id bigint NOT NULL,
    user_id bigint NOT NULL DEFAULT 0,
    user_name text NOT NULL DEFAULT '',
    body text NOT NULL,
    score integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL
);

CREATE UNLOGGED TABLE staging.links (
    post_id bigint NOT NULL,
    target_id bigint NOT NULL,
    duplicate boolean NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, target_id, duplicate)
);

CREATE UNLOGGED TABLE staging.tags (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    excerpt_id bigint NOT NULL DEFAULT 0,
    wiki_id bigint NOT NULL DEFAULT 0
);

CREATE UNLOGGED TABLE staging.badges (
    id bigint PRIMARY KEY,
    user_id bigint NOT NULL,
    name text NOT NULL,
    class text NOT NULL,
    tag_based boolean NOT NULL,
    awarded_at timestamptz NOT NULL
);

-- Posts as they will be written: rendered, with their history put together. Unchanged ones carry no texts.
CREATE UNLOGGED TABLE staging.prepared (
    id bigint PRIMARY KEY,
    kind text NOT NULL,
    parent_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    editor_id bigint NOT NULL,
    changed boolean NOT NULL,
    content_hash bytea NOT NULL,
    post json,
    revisions json,
    closed_reason text NOT NULL DEFAULT '',
    closed_at timestamptz,
    closed_by bigint NOT NULL DEFAULT 0,
    duplicate_of bigint NOT NULL DEFAULT 0
);

-- Reputation by the identifiers of this database.
CREATE UNLOGGED TABLE staging.gains (
    user_id bigint NOT NULL,
    day date NOT NULL,
    at timestamptz NOT NULL,
    post_id bigint NOT NULL DEFAULT 0,
    cause_id bigint NOT NULL DEFAULT 0,
    reason text NOT NULL,
    amount integer NOT NULL
);
CREATE INDEX gains_user ON staging.gains (user_id, day);
