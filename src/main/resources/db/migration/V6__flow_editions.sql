-- Flows as they were written, so that a conversation finishes on the edition that it began with,
-- on any node and after a restart.
CREATE TABLE flow_edition (
  edition text PRIMARY KEY,
  flow text NOT NULL,
  text text NOT NULL,
  shared text NOT NULL,
  used_at timestamptz NOT NULL
);

CREATE INDEX flow_edition_used_at ON flow_edition (used_at);
