-- What a change was, beside whom it was about: names and values as the console knows them.
ALTER TABLE audit ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
