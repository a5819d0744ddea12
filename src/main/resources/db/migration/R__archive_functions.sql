-- Makes what was said since the last time findable, oldest first; brings how many messages that
-- were, 0 while another node is at it. Looks back a little: a message may be committed after a later
-- one, and one may have been erased while it was being taken in. Looks ahead a few seconds and, as
-- long as too little is found, further: where much waits, most of it need not be looked through.
-- What is said again and again, such as an article, is taken apart once.
CREATE OR REPLACE FUNCTION index_messages(most integer) RETURNS integer
LANGUAGE plpgsql
-- planned for the few rows since the last time, not for any number of them
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  back CONSTANT interval := '10 seconds';
  ahead interval := '10 seconds';
  begun timestamptz := clock_timestamp();
  since timestamptz;
  until timestamptz;
  newest timestamptz;
  found_now integer;
  found_all integer := 0;
BEGIN
  SELECT upto INTO since FROM search_progress FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  DELETE FROM message_search s USING message m
  WHERE m.conversation = s.conversation AND m.seq = s.seq AND m.erased AND s.at > since - back;
  LOOP
    until := since + ahead;
    WITH fresh AS MATERIALIZED (
      SELECT m.conversation, m.seq, m.at, m.text FROM message m
      WHERE m.at > since - back AND m.at <= until AND m.sender <> 'system' AND NOT m.erased
        AND NOT EXISTS (
          SELECT FROM message_search s WHERE s.conversation = m.conversation AND s.seq = m.seq)
      ORDER BY m.at
      LIMIT most - found_all),
    words AS MATERIALIZED (
      SELECT said.text, search_terms(said.text) AS terms
      FROM (SELECT DISTINCT text FROM fresh) AS said),
    stored AS (
      INSERT INTO message_search (conversation, seq, at, terms)
      SELECT conversation, seq, at, terms FROM fresh JOIN words USING (text)
      ON CONFLICT DO NOTHING
      RETURNING at)
    SELECT count(*), max(stored.at) INTO found_now, newest FROM stored;
    found_all := found_all + found_now;
    EXIT WHEN found_all >= most OR until >= begun;
    since := until;
    ahead := ahead * 4;
  END LOOP;
  UPDATE search_progress SET upto = CASE WHEN found_all >= most THEN newest ELSE begun END;
  RETURN found_all;
END $$;

-- The newest messages with these words between two moments. What is looked for is taken apart once,
-- not for every row, and planned for each search anew: a word that is everywhere is found by time,
-- a rare one by its index.
CREATE OR REPLACE FUNCTION newest_with(
  words text, since timestamptz, until timestamptz, most integer)
RETURNS TABLE (conversation uuid, seq bigint, at timestamptz)
LANGUAGE plpgsql STABLE ROWS 2000
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  sought CONSTANT tsquery := search_query(words);
BEGIN
  RETURN QUERY
    SELECT s.conversation, s.seq, s.at FROM message_search s
    WHERE s.terms @@ sought AND s.at >= since AND s.at < until
    ORDER BY s.at DESC
    LIMIT most;
END $$;

-- What an English word may be without its ending: parcel of parcels, ship of shipped.
CREATE OR REPLACE FUNCTION search_bases(word text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT DISTINCT base FROM (
    VALUES (regexp_replace(word, 'ies$', 'y')),
      (regexp_replace(word, '([^siu])s$', '\1')),
      (regexp_replace(word, '(s|x|z|ch|sh)es$', '\1')),
      (regexp_replace(word, '(ed|ing)$', '')),
      (regexp_replace(word, '(ed|ing)$', 'e')),
      (regexp_replace(word, '([b-df-hj-np-tv-z])\1(ed|ing)$', '\1'))) AS tried (base)
  WHERE word ~ '^[a-z]{5,}$' AND base <> word AND length(base) > 2
$$;

-- All of the words must be there, as the beginning of one or without their ending; null where there is
-- nothing to look for. The last character of a run of several is part of the pair before it.
CREATE OR REPLACE FUNCTION search_query(words text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(
    '(' || quote_literal(part) || CASE WHEN prefix THEN ':*' ELSE '' END || coalesce((
      SELECT string_agg(' | ' || quote_literal(base) || CASE WHEN length(base) > 3 THEN ':*' ELSE '' END, '')
      FROM search_bases(part) AS base), '') || ')', ' & ')::tsquery
  FROM search_parts(words)
  WHERE prefix OR length(part) = 2
$$;
