-- Whom an agent is for has a version as all that administrators set (V30): the next number of the whole set-up, so that somebody who is removed and
-- added again never has one that they had before.
ALTER TABLE account ADD COLUMN serves_version bigint NOT NULL DEFAULT 1;
