-- +goose Up
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE IF NOT EXISTS votes (id bigint PRIMARY KEY);
CREATE TABLE karma (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE users;
