-- How the use of articles is counted.

-- Counts a day, again where it was counted before. What was erased since stays counted. The language is that in which
-- the turn was answered, else that of the conversation.
CREATE OR REPLACE FUNCTION count_article_day(p_day date) RETURNS void
LANGUAGE sql
-- planned for a day, not for any length of time
SET plan_cache_mode = force_custom_plan
AS $$
  WITH day AS (
    SELECT p_day::timestamp AT TIME ZONE 'UTC' AS first, (p_day + 1)::timestamp AT TIME ZONE 'UTC' AS last),
  -- the shopper's message that led to a person, and the one before it; a message that is left for
  -- later is written a moment after its ticket's transaction has begun
  led AS (
    SELECT t.conversation, (
      SELECT array_agg(asked.seq) FROM (
        SELECT q.seq FROM message q
        WHERE q.conversation = t.conversation AND q.sender = 'shopper'
          AND q.at <= t.created_at + interval '1 second'
        ORDER BY q.seq DESC LIMIT 2) AS asked) AS asked
    FROM ticket t, day
    WHERE t.created_at >= day.first AND t.created_at < day.last AND t.reason <> 'taken_over'),
  event AS (
    SELECT m.conversation, m.seq, m.in_reply_to, m.source_id, 'answered' AS kind
    FROM message m, day
    WHERE m.sender = 'bot' AND m.source_kind IN ('article', 'model')
      AND m.at >= day.first AND m.at < day.last
    UNION ALL
    SELECT m.conversation, m.seq, m.in_reply_to, m.source_id,
      CASE WHEN r.helpful OR r.score >= 4 THEN 'helpful' ELSE 'unhelpful' END
    FROM day, rating r JOIN message m ON m.conversation = r.conversation AND m.seq = r.seq
    WHERE r.at >= day.first AND r.at < day.last AND r.seq IS NOT NULL
      AND (r.helpful IS NOT NULL OR r.score <> 3)
      AND m.sender = 'bot' AND m.source_kind IN ('article', 'model')
    UNION ALL
    SELECT m.conversation, m.seq, m.in_reply_to, m.source_id, 'handed over'
    FROM led JOIN message m ON m.conversation = led.conversation
    WHERE m.seq > led.asked[2] AND m.seq < led.asked[1] AND m.in_reply_to = led.asked[2]
      AND m.sender = 'bot' AND m.source_kind IN ('article', 'model')),
  spoken AS (
    SELECT event.source_id, event.kind,
      coalesce(
        (SELECT substr(line, length('language: ') + 1) FROM unnest(answer.trace) AS line
         WHERE line LIKE 'language: %' LIMIT 1),
        c.locale) AS language
    FROM event
    JOIN conversation c ON c.id = event.conversation
    LEFT JOIN LATERAL (
      SELECT b.trace FROM message b
      WHERE b.conversation = event.conversation AND b.seq >= event.seq
        AND b.in_reply_to = event.in_reply_to AND b.trace IS NOT NULL
      ORDER BY b.seq LIMIT 1) AS answer ON true
    WHERE event.source_id IS NOT NULL)
  INSERT INTO article_day AS stored (
    day, article, language, answered, helpful, unhelpful, handed_over)
  SELECT p_day, source_id, language,
    count(*) FILTER (WHERE kind = 'answered'), count(*) FILTER (WHERE kind = 'helpful'),
    count(*) FILTER (WHERE kind = 'unhelpful'), count(*) FILTER (WHERE kind = 'handed over')
  FROM spoken
  GROUP BY source_id, language
  ON CONFLICT (day, article, language) DO UPDATE SET
    answered = greatest(stored.answered, excluded.answered),
    helpful = excluded.helpful,
    unhelpful = excluded.unhelpful,
    handed_over = greatest(stored.handed_over, excluded.handed_over)
  WHERE stored.answered < excluded.answered OR stored.handed_over < excluded.handed_over
    OR stored.helpful <> excluded.helpful OR stored.unhelpful <> excluded.unhelpful
$$;
DROP FUNCTION IF EXISTS answer_language(uuid, bigint);

-- Counts up to today, so many days at most, oldest first; brings how many days are left, 0 while
-- another node is at it. Today is counted each time; a day that was left is counted once more, also in the first
-- hour after it: something of it may have been stored late.
CREATE OR REPLACE FUNCTION count_use(p_most integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  now_utc timestamp := now() AT TIME ZONE 'UTC';
  today date := now_utc::date;
  reached date;
  first date;
  last date;
BEGIN
  SELECT p.upto INTO reached FROM use_progress p FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  first := CASE WHEN reached < today OR now_utc < today + interval '1 hour' THEN reached - 1 ELSE today END;
  last := least(reached + p_most, today);
  PERFORM count_article_day(d::date) FROM generate_series(first, last, interval '1 day') AS d;
  UPDATE use_progress SET upto = last WHERE upto < last;
  RETURN today - last;
END $$;
