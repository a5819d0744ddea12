-- Writes to the shop, wrong guesses at what proves an order, and the demo shop's own tables.

-- A write is recorded here before it is made; without outcome the process died in between.
CREATE TABLE effect (
  conversation uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
  turn bigint NOT NULL,
  step text NOT NULL,
  operation text NOT NULL,
  -- what makes the same write again, without the proof; gone once the outcome is known
  arguments jsonb,
  outcome text,
  facts jsonb,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  -- when its result came before the shopper: with the turn's answer, or in a note of its own
  shown_at timestamptz,
  -- when a sweep last took it up; others leave it alone for a while
  taken_up_at timestamptz,
  PRIMARY KEY (conversation, turn, step),
  CHECK ((outcome IS NULL) = (facts IS NULL)),
  CHECK ((outcome IS NULL) = (arguments IS NOT NULL))
);
CREATE INDEX effect_unshown ON effect (begun_at) WHERE shown_at IS NULL;

-- What a conversation wrote to the shop goes with it when it is erased.
CREATE FUNCTION erase_effects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM effect WHERE conversation = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_erases_effects
  AFTER UPDATE OF erased ON conversation
  FOR EACH ROW WHEN (NEW.erased AND NOT OLD.erased)
  EXECUTE FUNCTION erase_effects();

-- Tries at a proof that were wrong, or are being judged; one row for each subject they count under.
CREATE TABLE proof_try (
  attempt uuid NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (attempt, subject)
);
CREATE INDEX proof_try_subject ON proof_try (subject, at);
CREATE INDEX proof_try_at ON proof_try (at);

-- Counts a try under every subject, or under none where one of them has had its limit since
-- window_start; then brings when the last of those tries happened whose ageing unlocks it. Locks the
-- subjects in one order, so that tries at once see each other and none waits for another in a circle.
CREATE FUNCTION begin_proof(
  this_attempt uuid, subjects text[], limits int[], tried_at timestamptz, window_start timestamptz)
RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  blocking timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('proof ' || s, 0))
    FROM (SELECT unnest(subjects) AS s ORDER BY 1) AS ordered;

  SELECT max(nth.at) INTO blocking
    FROM unnest(subjects, limits) AS counted (subject, tries)
    CROSS JOIN LATERAL (
      SELECT t.at FROM proof_try t
      WHERE t.subject = counted.subject AND t.at > window_start
      ORDER BY t.at DESC OFFSET counted.tries - 1 LIMIT 1) AS nth;
  IF blocking IS NOT NULL THEN
    RETURN blocking;
  END IF;

  INSERT INTO proof_try (attempt, subject, at) SELECT this_attempt, unnest(subjects), tried_at;
  DELETE FROM proof_try WHERE ctid = ANY (ARRAY (
    SELECT old.ctid FROM proof_try old WHERE old.at <= window_start
    LIMIT 20 FOR UPDATE SKIP LOCKED));
  RETURN NULL;
END $$;

-- The demo shop.
CREATE TABLE demo_product (
  code text PRIMARY KEY,
  position int NOT NULL,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  gbp numeric(10, 2) NOT NULL,
  cny numeric(10, 2) NOT NULL,
  stock int NOT NULL,
  sizes text[] NOT NULL,
  image text
);

CREATE TABLE demo_order (
  number text PRIMARY KEY,
  account text,
  email text NOT NULL,
  phone text NOT NULL,
  currency text NOT NULL,
  total numeric(10, 2) NOT NULL,
  status text NOT NULL,
  -- days count from this date, and from today until the order is first written to
  fixed_on date,
  ordered_day int NOT NULL,
  eta_day int,
  delivered_day int,
  carrier text,
  tracking text,
  address text NOT NULL,
  city text NOT NULL,
  refund_state text,
  refund_amount numeric(10, 2),
  refund_day int,
  return_number text,
  return_method text,
  invoice text
);
CREATE INDEX demo_order_account ON demo_order (account) WHERE account IS NOT NULL;

CREATE TABLE demo_order_item (
  order_number text NOT NULL REFERENCES demo_order ON DELETE CASCADE,
  line int NOT NULL,
  code text NOT NULL REFERENCES demo_product,
  size text,
  quantity int NOT NULL,
  PRIMARY KEY (order_number, line)
);

-- Every write that the demo shop was asked for: once for each key, with what became of it.
CREATE TABLE demo_ledger (
  idempotency_key text PRIMARY KEY,
  operation text NOT NULL,
  order_number text NOT NULL REFERENCES demo_order ON DELETE CASCADE,
  -- what the shopper gave: address, reason, the invoice's title
  detail jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'already_done', 'too_late', 'too_early')),
  -- the order's status after it
  status text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
