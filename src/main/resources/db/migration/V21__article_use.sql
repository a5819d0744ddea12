-- How often articles answer, for editors: counts a day (of UTC), which hold nothing personal and stay when
-- conversations are erased.

CREATE TABLE article_day (
  day date NOT NULL,
  article text NOT NULL,
  language text NOT NULL,
  -- messages with what the article says, in its own words or in other ones
  answered integer NOT NULL,
  helpful integer NOT NULL,
  unhelpful integer NOT NULL,
  -- answers after which the shopper's very next message led to a person
  handed_over integer NOT NULL,
  PRIMARY KEY (day, article, language)
);

-- All days before this one are counted.
CREATE TABLE use_progress (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  since date NOT NULL,
  upto date NOT NULL
);
INSERT INTO use_progress (since, upto)
SELECT first, first
FROM (SELECT coalesce(min(created_at) AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC')::date AS first
      FROM conversation) AS oldest;

-- Answers by articles, whoever has put them into words.
DROP INDEX message_article;
CREATE INDEX message_article ON message (at)
  WHERE sender = 'bot' AND source_kind IN ('article', 'model');
CREATE INDEX ticket_created_at ON ticket (created_at);

-- The language in which a turn was answered: that of the words, else that of the conversation.
CREATE FUNCTION answer_language(p_conversation uuid, p_in_reply_to bigint) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT substr(line, length('language: ') + 1)
     FROM message m, unnest(m.trace) AS line
     WHERE m.conversation = p_conversation AND m.seq > p_in_reply_to
       AND m.in_reply_to = p_in_reply_to AND line LIKE 'language: %'
     LIMIT 1),
    (SELECT c.locale FROM conversation c WHERE c.id = p_conversation))
$$;

-- Counts a day, again where it was counted before. What was erased since stays counted.
CREATE FUNCTION count_article_day(p_day date) RETURNS void
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
    SELECT m.conversation, m.in_reply_to, m.source_id, 'answered' AS kind
    FROM message m, day
    WHERE m.sender = 'bot' AND m.source_kind IN ('article', 'model')
      AND m.at >= day.first AND m.at < day.last
    UNION ALL
    SELECT m.conversation, m.in_reply_to, m.source_id,
      CASE WHEN r.helpful OR r.score >= 4 THEN 'helpful' ELSE 'unhelpful' END
    FROM day, rating r JOIN message m ON m.conversation = r.conversation AND m.seq = r.seq
    WHERE r.at >= day.first AND r.at < day.last AND r.seq IS NOT NULL
      AND (r.helpful IS NOT NULL OR r.score <> 3)
      AND m.sender = 'bot' AND m.source_kind IN ('article', 'model')
    UNION ALL
    SELECT m.conversation, m.in_reply_to, m.source_id, 'handed over'
    FROM led JOIN message m ON m.conversation = led.conversation
    WHERE m.seq > led.asked[2] AND m.seq < led.asked[1] AND m.in_reply_to = led.asked[2]
      AND m.sender = 'bot' AND m.source_kind IN ('article', 'model'))
  INSERT INTO article_day AS stored (
    day, article, language, answered, helpful, unhelpful, handed_over)
  SELECT p_day, source_id, answer_language(conversation, in_reply_to) AS language,
    count(*) FILTER (WHERE kind = 'answered'), count(*) FILTER (WHERE kind = 'helpful'),
    count(*) FILTER (WHERE kind = 'unhelpful'), count(*) FILTER (WHERE kind = 'handed over')
  FROM event
  WHERE source_id IS NOT NULL
  GROUP BY source_id, language
  ON CONFLICT (day, article, language) DO UPDATE SET
    answered = greatest(stored.answered, excluded.answered),
    helpful = excluded.helpful,
    unhelpful = excluded.unhelpful,
    handed_over = greatest(stored.handed_over, excluded.handed_over)
  WHERE stored.answered < excluded.answered OR stored.handed_over < excluded.handed_over
    OR stored.helpful <> excluded.helpful OR stored.unhelpful <> excluded.unhelpful
$$;

-- Counts up to today, so many days at most, oldest first; brings how many days are left, 0 while
-- another node is at it. The last two days are counted each time: things still happen on the newest, and
-- something of the day before may have been stored late.
CREATE FUNCTION count_use(p_most integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
  reached date;
  last date;
BEGIN
  SELECT p.upto INTO reached FROM use_progress p FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  last := least(reached + p_most, today);
  PERFORM count_article_day(d::date) FROM generate_series(reached - 1, last, interval '1 day') AS d;
  UPDATE use_progress SET upto = last WHERE upto < last;
  RETURN today - last;
END $$;
