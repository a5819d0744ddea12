-- What administrators have set for every node instead of the command line, in one row; null as the command line says.
-- The number grows with every change; each node compares it with its own.
CREATE TABLE setup (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL DEFAULT 0,
  -- when people answer: an IANA time zone, spans such as Mon 09:00-18:00, and days on which nobody does
  zone text,
  spans text,
  closed date[],
  CHECK (num_nulls(zone, spans, closed) IN (0, 3)),
  -- pages that may open the chat besides the server's own
  origins text[]
);
INSERT INTO setup DEFAULT VALUES;

-- Nothing has ever written these.
ALTER TABLE desk_policy DROP COLUMN hours;

-- What the bot takes for an identity; a longer one could not be read again.
ALTER TABLE conversation ADD CONSTRAINT conversation_identity_length CHECK (length(identity) <= 200) NOT VALID;
