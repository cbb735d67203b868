-- +goose Up
DROP TABLE IF EXISTS karma;
