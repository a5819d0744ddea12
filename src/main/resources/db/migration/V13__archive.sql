-- Looking back: search over all that was said, in languages with and without spaces, and the days'
-- figures.

CREATE INDEX conversation_created_at ON conversation (created_at);
CREATE INDEX message_at ON message USING brin (at) WITH (pages_per_range = 32, autosummarize = on);

-- The parts that words are found by: words of letters and digits; of Chinese, each two characters
-- that stand together, and the last one of a run alone, so that one character is found by prefix.
-- Trigrams would need three.
CREATE FUNCTION search_parts(words text)
RETURNS TABLE (part text, prefix boolean)
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT left(run[2], 60), true
  FROM regexp_matches(lower(normalize(words, NFKC)),
    '([⺀-鿿豈-﫿]+)|([^⺀-鿿豈-﫿[:space:][:punct:]]+)', 'g') AS run
  WHERE run[2] IS NOT NULL
  UNION
  SELECT substr(run[1], i, 2), length(run[1]) = 1
  FROM regexp_matches(lower(normalize(words, NFKC)),
    '([⺀-鿿豈-﫿]+)|([^⺀-鿿豈-﫿[:space:][:punct:]]+)', 'g') AS run,
    generate_series(1, length(run[1])) AS i
  WHERE run[1] IS NOT NULL
$$;

CREATE FUNCTION search_terms(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_tsvector(coalesce(array_agg(DISTINCT part), '{}')) FROM search_parts(words)
$$;

-- All of the words must be there; null where there is nothing to look for. The last character of a
-- run of several is part of the pair before it.
CREATE FUNCTION search_query(words text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(part) || CASE WHEN prefix THEN ':*' ELSE '' END, ' & ')::tsquery
  FROM search_parts(words)
  WHERE prefix OR length(part) = 2
$$;

-- What was said, as it is found. Filled behind the turns, which never wait for it.
CREATE TABLE message_search (
  conversation uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  terms tsvector NOT NULL,
  PRIMARY KEY (conversation, seq)
);
CREATE INDEX message_search_terms ON message_search USING gin (terms);
CREATE INDEX message_search_at ON message_search
  USING brin (at) WITH (pages_per_range = 32, autosummarize = on);

-- Everything said until then can be found.
CREATE TABLE search_progress (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  upto timestamptz NOT NULL
);
INSERT INTO search_progress (upto) VALUES ('2000-01-01');

CREATE FUNCTION erase_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM message_search WHERE conversation = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_erases_search
  AFTER UPDATE OF erased ON conversation
  FOR EACH ROW WHEN (NEW.erased AND NOT OLD.erased)
  EXECUTE FUNCTION erase_search();

-- Makes what was said since the last time findable, oldest first; brings how many messages that
-- were, 0 while another node is at it. Looks back a little: a message may be committed after a later
-- one, and one may have been erased while it was being taken in.
CREATE FUNCTION index_messages(most integer) RETURNS integer
LANGUAGE plpgsql
-- planned for the few rows since the last time, not for any number of them
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  since timestamptz;
  begun timestamptz := clock_timestamp();
  newest timestamptz;
  found_now integer;
BEGIN
  SELECT upto INTO since FROM search_progress FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  since := since - interval '30 seconds';
  DELETE FROM message_search s USING message m
  WHERE m.conversation = s.conversation AND m.seq = s.seq AND m.erased AND s.at > since;
  WITH fresh AS (
    SELECT m.conversation, m.seq, m.at, m.text FROM message m
    WHERE m.at > since AND m.sender <> 'system' AND NOT m.erased
      AND NOT EXISTS (
        SELECT FROM message_search s WHERE s.conversation = m.conversation AND s.seq = m.seq)
    ORDER BY m.at
    LIMIT most),
  stored AS (
    INSERT INTO message_search (conversation, seq, at, terms)
    SELECT conversation, seq, at, search_terms(text) FROM fresh
    ON CONFLICT DO NOTHING
    RETURNING at)
  SELECT count(*), max(stored.at) INTO found_now, newest FROM stored;
  UPDATE search_progress SET upto = CASE WHEN found_now < most THEN begun ELSE newest END;
  RETURN found_now;
END $$;

-- Who changed what of the desk's set-up.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  account text NOT NULL,
  -- method and path pattern of the request
  action text NOT NULL,
  -- what the path named
  subject text NOT NULL
);

-- As in V9, but a department that is given stays: a restored ticket was passed on perhaps.
CREATE OR REPLACE FUNCTION ticket_department() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.department := coalesce(NEW.department, (
    SELECT d.id FROM department d
    WHERE d.topics && ARRAY[NEW.reason, NEW.summary ->> 'flow', NEW.summary ->> 'intent']
    ORDER BY NEW.reason = ANY (d.topics) DESC,
      coalesce(NEW.summary ->> 'flow' = ANY (d.topics), false) DESC, d.id
    LIMIT 1));
  RETURN NEW;
END $$;
