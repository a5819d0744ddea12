-- Waits for a person that are over: a ticket that goes back to the queue after somebody has answered
-- begins another wait, and the figures of a day count both. Times only; no row is looked for by its
-- ticket but to write it.
CREATE TABLE past_wait (
  ticket bigint NOT NULL,
  queued_at timestamptz NOT NULL,
  claimed_at timestamptz NOT NULL,
  replied_at timestamptz NOT NULL,
  PRIMARY KEY (ticket, queued_at)
);
CREATE INDEX past_wait_queued ON past_wait (queued_at);
