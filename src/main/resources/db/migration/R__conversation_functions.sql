-- What one trip must do at once. Under READ COMMITTED each statement of a VOLATILE function sees
-- what was committed before it began; the first one takes the conversation's row lock, so the
-- statements after it see all that earlier holders of the lock have written.

-- What an earlier frame of the same client id was: 'repeated', 'id_reused', or no row.
CREATE OR REPLACE FUNCTION earlier_frame(
  p_conversation uuid, p_client_id text, p_kind text, p_text text,
  p_chosen_message bigint, p_chosen_value text)
RETURNS TABLE (outcome text, seq bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    CASE WHEN m.kind = p_kind
        AND m.chosen_message IS NOT DISTINCT FROM p_chosen_message
        AND m.chosen_value IS NOT DISTINCT FROM p_chosen_value
        -- only typed words belong to the frame; labels come from the store or the locale
        AND (m.kind <> 'say' OR m.erased OR m.text = p_text)
      THEN 'repeated' ELSE 'id_reused' END,
    m.seq
  FROM message m
  WHERE m.conversation = p_conversation AND m.client_id = p_client_id AND m.sender = 'shopper'
  UNION ALL
  SELECT 'id_reused', f.seq
  FROM frame f
  WHERE f.conversation = p_conversation AND f.client_id = p_client_id
$$;

-- The label of a choice, where it is open: the bot's message offers the value, and no shopper has
-- written since.
CREATE OR REPLACE FUNCTION open_choice(p_conversation uuid, p_message bigint, p_value text)
RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT choice ->> 'label'
  FROM message asked, jsonb_array_elements(asked.choices) AS choice
  WHERE asked.conversation = p_conversation AND asked.seq = p_message AND asked.sender = 'bot'
    AND choice ->> 'value' = p_value
    AND NOT EXISTS (
      SELECT FROM message later
      WHERE later.conversation = p_conversation AND later.seq > p_message
        AND later.sender = 'shopper')
  LIMIT 1
$$;

-- Trip 1 of a turn. One row with the outcome; 'stored' brings the message itself with the state of
-- its conversation, then the six messages before it, newest first. No turn: the bot need not answer.
CREATE OR REPLACE FUNCTION accept_message(
  p_conversation uuid, p_client_id text, p_kind text, p_text text,
  p_chosen_message bigint, p_chosen_value text)
RETURNS TABLE (
  outcome text, turn bigint, epoch bigint, locale text, identity text, address text, memory text,
  seq bigint, sender text, name text, text text, in_reply_to bigint, choices text, cards text,
  source_kind text, source_id text, at timestamptz, erased boolean)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  state record;
  words text := p_text;
  earlier record;
BEGIN
  -- The caller waits for a shared flush of the log instead (GroupFlush).
  PERFORM set_config('synchronous_commit', 'off', true);
  UPDATE conversation c
  SET seq = c.seq + 1,
      turn = c.turn + CASE WHEN c.mode = 'bot' THEN 1 ELSE 0 END,
      asked_at = CASE WHEN c.mode = 'bot' THEN clock_timestamp() ELSE c.asked_at END
  WHERE c.id = p_conversation AND c.mode <> 'closed'
  RETURNING c.seq, CASE WHEN c.mode = 'bot' THEN c.turn END AS turn, c.epoch, c.locale,
    c.identity, c.address, c.memory::text, c.deeds
  INTO state;
  IF NOT FOUND THEN
    PERFORM FROM conversation WHERE id = p_conversation;
    outcome := CASE WHEN FOUND THEN 'closed' ELSE 'missing' END;
  ELSE
    IF p_kind = 'choose' THEN
      words := open_choice(p_conversation, p_chosen_message, p_chosen_value);
    END IF;
    -- Looked for only where there is something: an expression that asks a table is planned each time.
    IF state.deeds > 0 THEN
      PERFORM FROM frame WHERE conversation = p_conversation AND client_id = p_client_id;
      IF FOUND THEN
        outcome := 'id_reused';
      END IF;
    END IF;
    IF words IS NULL THEN
      outcome := 'not_open';
    ELSIF outcome IS NULL THEN
      INSERT INTO message (
        conversation, seq, sender, text, at, kind, chosen_message, chosen_value, turn, client_id)
      VALUES (
        p_conversation, state.seq, 'shopper', words, clock_timestamp(), p_kind,
        p_chosen_message, p_chosen_value, state.turn, p_client_id)
      ON CONFLICT (conversation, client_id, sender) WHERE client_id IS NOT NULL DO NOTHING;
      IF FOUND THEN
        RETURN QUERY
          SELECT 'stored', state.turn, state.epoch, state.locale, state.identity, state.address,
            CASE WHEN m.seq = state.seq THEN state.memory END,
            m.seq, m.sender, m.name, m.text, m.in_reply_to, m.choices::text, m.cards::text,
            m.source_kind, m.source_id, m.at, m.erased
          FROM message m
          WHERE m.conversation = p_conversation AND m.seq <= state.seq
          ORDER BY m.seq DESC
          LIMIT 7;
        RETURN;
      END IF;
    END IF;
    -- Nothing was stored: the counters go back before anybody has seen them.
    UPDATE conversation c
    SET seq = c.seq - 1, turn = c.turn - CASE WHEN state.turn IS NULL THEN 0 ELSE 1 END
    WHERE c.id = p_conversation;
  END IF;
  SELECT * INTO earlier FROM earlier_frame(
    p_conversation, p_client_id, p_kind, p_text, p_chosen_message, p_chosen_value);
  outcome := COALESCE(earlier.outcome, outcome);
  seq := earlier.seq;
  RETURN NEXT;
END
$$;

-- Marks what a turn wrote to the shop as shown and says it in a note of the system, whatever the mode;
-- no row, and nothing is changed, where some of it was shown before or nothing is recorded.
CREATE OR REPLACE FUNCTION show_effects(
  p_conversation uuid, p_turn bigint, p_steps text[], p_text text)
RETURNS SETOF message
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM FROM conversation WHERE id = p_conversation FOR NO KEY UPDATE;
  IF EXISTS (
      SELECT FROM effect e
      WHERE e.conversation = p_conversation AND e.turn = p_turn AND e.step = ANY (p_steps)
        AND e.shown_at IS NOT NULL) THEN
    RETURN;
  END IF;
  UPDATE effect e SET shown_at = clock_timestamp()
  WHERE e.conversation = p_conversation AND e.turn = p_turn AND e.step = ANY (p_steps);
  IF FOUND THEN
    UPDATE conversation c SET seq = c.seq + 1 WHERE c.id = p_conversation;
    RETURN QUERY
      INSERT INTO message (conversation, seq, sender, text)
      SELECT c.id, c.seq, 'system', p_text FROM conversation c WHERE c.id = p_conversation
      RETURNING *;
  END IF;
END
$$;

-- Ends a conversation whose row the caller has locked; brings its new epoch, null where it had ended
-- before. What was left with an address stays in the queue: it is answered by mail.
CREATE OR REPLACE FUNCTION close_conversation(p_conversation uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  new_epoch bigint;
BEGIN
  UPDATE conversation
  SET mode = 'closed', epoch = epoch + 1, answered = turn, agent = NULL, closed_at = now()
  WHERE id = p_conversation AND mode <> 'closed'
  RETURNING epoch INTO new_epoch;
  UPDATE ticket SET state = 'closed', ended_at = now()
  WHERE conversation = p_conversation AND state IN ('waiting', 'claimed') AND email IS NULL;
  RETURN new_epoch;
END
$$;

-- Erases a conversation whose row the caller has locked: numbers, times and kinds stay, words go.
-- Tables of other rooms follow by triggers on conversation.erased. What the bot and the system said
-- after a message may stay: the last words about the erasing itself.
DROP FUNCTION IF EXISTS erase_conversation(uuid);
CREATE OR REPLACE FUNCTION erase_conversation(p_conversation uuid, p_last_words_after bigint DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  UPDATE conversation
  SET erased = true, memory = NULL, identity = NULL, page = NULL, address = ''
  WHERE id = p_conversation;
  UPDATE message
  SET erased = true, text = '', name = NULL, choices = NULL, cards = NULL, source_kind = NULL,
    source_id = NULL, chosen_value = NULL, trace = NULL
  WHERE conversation = p_conversation
    AND (p_last_words_after IS NULL OR seq <= p_last_words_after OR sender NOT IN ('bot', 'system'));
  UPDATE message SET trace = NULL, cards = NULL
  WHERE conversation = p_conversation AND NOT erased AND (trace IS NOT NULL OR cards IS NOT NULL);
  UPDATE ticket
  SET summary = '{}', email = NULL,
    ended_at = CASE WHEN state IN ('waiting', 'claimed') THEN now() ELSE ended_at END,
    state = CASE WHEN state IN ('waiting', 'claimed') THEN 'closed' ELSE state END
  WHERE conversation = p_conversation;
  UPDATE rating SET comment = NULL WHERE conversation = p_conversation;
END
$$;

-- Erases every conversation of the person at whose request, in this turn, the shop has erased an
-- account; brings them with the epoch of those that it ended. Nothing happens where the person was not
-- told so, or another node was first: the effect that says so goes with the conversation. The rows are
-- locked in one order, so that two of them never wait for each other.
CREATE OR REPLACE FUNCTION erase_person(p_conversation uuid, p_turn bigint)
RETURNS TABLE (conversation uuid, epoch bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  who text;
  last_words_after bigint;
BEGIN
  SELECT c.identity INTO who FROM conversation c WHERE c.id = p_conversation;
  PERFORM FROM conversation c WHERE c.identity = who ORDER BY c.id FOR UPDATE;
  IF NOT EXISTS (
      SELECT FROM effect e
      WHERE e.conversation = p_conversation AND e.turn = p_turn
        AND e.operation = 'erase_account' AND e.outcome = 'ok' AND e.shown_at IS NOT NULL) THEN
    RETURN;
  END IF;
  SELECT m.seq INTO last_words_after
  FROM message m WHERE m.conversation = p_conversation AND m.turn = p_turn;
  FOR conversation IN SELECT c.id FROM conversation c WHERE c.identity = who ORDER BY c.id LOOP
    epoch := close_conversation(conversation);
    PERFORM erase_conversation(
      conversation, CASE WHEN conversation = p_conversation THEN last_words_after END);
    RETURN NEXT;
  END LOOP;
  DELETE FROM proof_try WHERE subject IN ('identity:' || who, 'codes of identity:' || who);
END
$$;

-- Leaves a shopper's message with an address, in a conversation whose row the caller has locked.
CREATE OR REPLACE FUNCTION leave_message(p_conversation uuid, p_email text, p_text text)
RETURNS message
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  c conversation%ROWTYPE;
  stored message%ROWTYPE;
BEGIN
  UPDATE conversation SET seq = seq + 1 WHERE id = p_conversation RETURNING * INTO c;
  INSERT INTO message (conversation, seq, sender, text, kind)
  VALUES (p_conversation, c.seq, 'shopper', p_text, 'leave')
  RETURNING * INTO stored;
  INSERT INTO ticket (conversation, reason, summary, language, email)
  VALUES (p_conversation, 'left_message', '{}', c.locale, p_email)
  ON CONFLICT (conversation) WHERE state IN ('waiting', 'claimed')
  DO UPDATE SET email = excluded.email;
  RETURN stored;
END
$$;

-- Puts a copy of a conversation, whose row the caller has locked, among those to be sent; false where
-- enough were asked for within a day: for the conversation, to the recipient, from the client. Those
-- who ask at once for one recipient wait for each other.
CREATE OR REPLACE FUNCTION request_transcript(c conversation, p_email text) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  of_conversation CONSTANT integer := 3;
  to_recipient CONSTANT integer := 3;
  from_client CONSTANT integer := 10;
  hash CONSTANT bytea := sha256(convert_to(lower(p_email), 'UTF8'));
  since CONSTANT timestamptz := now() - interval '1 day';
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(key, 0))
  FROM unnest(ARRAY['mail to ' || hash::text, 'mail from ' || c.address]) AS key ORDER BY key;
  IF (SELECT count(*) FROM transcript_mail m
      WHERE m.conversation = c.id AND m.requested_at > since) >= of_conversation
    OR (SELECT count(*) FROM transcript_mail m
      WHERE m.recipient = hash AND m.requested_at > since) >= to_recipient
    OR (SELECT count(*) FROM transcript_mail m
      WHERE m.client = c.address AND m.requested_at > since) >= from_client THEN
    RETURN false;
  END IF;
  INSERT INTO transcript_mail (conversation, email, recipient, client, language, seq)
  VALUES (c.id, p_email, hash, c.address, c.locale, c.seq);
  RETURN true;
END
$$;

-- Records a frame that is no turn, with its effect. 'done' and 'repeated' bring the number where it
-- became a message; the time and the epoch are set where that, or the conversation's end, happened
-- just now.
CREATE OR REPLACE FUNCTION record_deed(
  p_conversation uuid, p_client_id text, p_fingerprint bytea, p_kind text, p_message bigint,
  p_helpful boolean, p_score integer, p_comment text, p_email text, p_text text)
RETURNS TABLE (outcome text, seq bigint, at timestamptz, epoch bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  c conversation%ROWTYPE;
  left_message message%ROWTYPE;
BEGIN
  SELECT * INTO c FROM conversation WHERE id = p_conversation FOR UPDATE;
  IF NOT FOUND THEN
    outcome := 'missing';
    RETURN NEXT;
    RETURN;
  END IF;

  SELECT CASE WHEN f.fingerprint = p_fingerprint THEN 'repeated' ELSE 'id_reused' END, f.seq
  INTO outcome, seq
  FROM frame f WHERE f.conversation = p_conversation AND f.client_id = p_client_id;
  IF NOT FOUND AND EXISTS (
      SELECT FROM message
      WHERE conversation = p_conversation AND client_id = p_client_id AND sender = 'shopper') THEN
    outcome := 'id_reused';
  END IF;
  IF outcome IS NOT NULL THEN
    RETURN NEXT;
    RETURN;
  END IF;

  outcome := 'done';
  CASE p_kind
    WHEN 'close' THEN
      epoch := close_conversation(p_conversation);
    WHEN 'forget' THEN
      epoch := close_conversation(p_conversation);
      PERFORM erase_conversation(p_conversation);
    WHEN 'leave' THEN
      IF c.mode = 'closed' THEN
        outcome := 'closed';
      ELSE
        left_message := leave_message(p_conversation, p_email, p_text);
        seq := left_message.seq;
        at := left_message.at;
      END IF;
    WHEN 'transcript' THEN
      IF c.erased THEN
        outcome := 'closed';
      ELSIF NOT request_transcript(c, p_email) THEN
        outcome := 'too_many_mails';
      END IF;
    WHEN 'rate' THEN
      IF c.erased THEN
        outcome := 'closed';
      ELSIF p_message IS NOT NULL AND NOT EXISTS (
          SELECT FROM message
          WHERE conversation = p_conversation AND seq = p_message AND sender IN ('bot', 'agent')) THEN
        outcome := 'no_such_message';
      ELSE
        INSERT INTO rating (conversation, seq, helpful, score, comment)
        VALUES (p_conversation, p_message, p_helpful, p_score, p_comment)
        ON CONFLICT (conversation, seq) DO UPDATE
        SET helpful = excluded.helpful, score = excluded.score, comment = excluded.comment,
          at = excluded.at;
      END IF;
  END CASE;

  IF outcome = 'done' THEN
    INSERT INTO frame (conversation, client_id, fingerprint, seq)
    VALUES (p_conversation, p_client_id, p_fingerprint, record_deed.seq);
    UPDATE conversation SET deeds = deeds + 1 WHERE id = p_conversation;
  END IF;
  RETURN NEXT;
END
$$;
