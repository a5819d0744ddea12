-- Everything that administrators set has a version that grows with every change, so that whoever changes something else than they saw is told.
-- A department or canned reply takes the next number of the whole set-up: one that is removed and added again never has a version that it had before.
ALTER TABLE setup ADD COLUMN origins_version bigint NOT NULL DEFAULT 0;
ALTER TABLE desk_policy ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE department ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE canned_reply ADD COLUMN version bigint NOT NULL DEFAULT 1;
UPDATE setup SET number = number + 1;
