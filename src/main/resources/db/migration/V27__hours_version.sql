-- Grows with every change of the opening hours, so that whoever changes others than they saw is told.
ALTER TABLE setup ADD COLUMN hours_version bigint NOT NULL DEFAULT 0;
