-- +goose Up
-- An administrator may set what each privilege needs; a preset's figures stay in the program.
ALTER TABLE organisation
    DROP CONSTRAINT organisation_privilege_preset_check,
    ADD CONSTRAINT organisation_privilege_preset_check CHECK (privilege_preset IN ('team', 'balanced', 'public', 'custom')),
    ADD COLUMN privilege_thresholds jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT organisation_custom_thresholds CHECK ((privilege_preset = 'custom') = (privilege_thresholds <> '{}'));
