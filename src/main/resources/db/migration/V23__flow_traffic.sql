-- How many go which way through flows. A turn writes the way that it went, one line a stretch and no conversation's
-- name; the lines are then counted a day (of UTC), behind the turns, so that no turn waits for the counter of another.

CREATE TABLE flow_move (
  day date NOT NULL,
  flow text NOT NULL,
  edition text NOT NULL,
  -- empty where the flow begins
  from_step text NOT NULL,
  -- a way out begins with an exclamation mark
  to_step text NOT NULL
);

CREATE TABLE flow_day (
  flow text NOT NULL,
  day date NOT NULL,
  edition text NOT NULL,
  from_step text NOT NULL,
  to_step text NOT NULL,
  times bigint NOT NULL,
  PRIMARY KEY (flow, day, edition, from_step, to_step)
);

-- Counts the ways that were written since the last time, each once, whichever node does it.
CREATE FUNCTION count_moves() RETURNS void LANGUAGE sql AS $$
  WITH taken AS (DELETE FROM flow_move RETURNING *)
  INSERT INTO flow_day AS stored (flow, day, edition, from_step, to_step, times)
  SELECT flow, day, edition, from_step, to_step, count(*)
  FROM taken
  GROUP BY flow, day, edition, from_step, to_step
  ORDER BY flow, day, edition, from_step, to_step
  ON CONFLICT (flow, day, edition, from_step, to_step)
  DO UPDATE SET times = stored.times + excluded.times
$$;
