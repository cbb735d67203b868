-- +goose Up
ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (kind IN (
    'accept',
    'answer',
    'closed',
    'comment',
    'edit',
    'mention',
    'question',
    'reopened',
    'suggestion',
    'suggestion-accepted',
    'suggestion-rejected',
    'votes'
));
