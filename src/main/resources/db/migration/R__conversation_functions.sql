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
  c conversation%ROWTYPE;
  asked_turn bigint;
  words text := p_text;
  earlier record;
BEGIN
  UPDATE conversation
  SET seq = conversation.seq + 1,
      turn = conversation.turn + CASE WHEN mode = 'bot' THEN 1 ELSE 0 END,
      asked_at = CASE WHEN mode = 'bot' THEN clock_timestamp() ELSE asked_at END
  WHERE id = p_conversation AND mode <> 'closed'
  RETURNING * INTO c;
  IF NOT FOUND THEN
    PERFORM FROM conversation WHERE id = p_conversation;
    outcome := CASE WHEN FOUND THEN 'closed' ELSE 'missing' END;
  ELSE
    asked_turn := CASE WHEN c.mode = 'bot' THEN c.turn END;
    IF p_kind = 'choose' THEN
      words := open_choice(p_conversation, p_chosen_message, p_chosen_value);
    END IF;
    IF words IS NULL THEN
      outcome := 'not_open';
    ELSIF c.deeds > 0 AND EXISTS (
        SELECT FROM frame WHERE conversation = p_conversation AND client_id = p_client_id) THEN
      outcome := 'id_reused';
    ELSE
      INSERT INTO message (
        conversation, seq, sender, text, at, kind, chosen_message, chosen_value, turn, client_id)
      VALUES (
        p_conversation, c.seq, 'shopper', words, clock_timestamp(), p_kind,
        p_chosen_message, p_chosen_value, asked_turn, p_client_id)
      ON CONFLICT (conversation, client_id, sender) WHERE client_id IS NOT NULL DO NOTHING;
      IF FOUND THEN
        RETURN QUERY
          SELECT 'stored', asked_turn, c.epoch, c.locale, c.identity, c.address,
            CASE WHEN m.seq = c.seq THEN c.memory::text END,
            m.seq, m.sender, m.name, m.text, m.in_reply_to, m.choices::text, m.cards::text,
            m.source_kind, m.source_id, m.at, m.erased
          FROM message m
          WHERE m.conversation = p_conversation AND m.seq <= c.seq
          ORDER BY m.seq DESC
          LIMIT 7;
        RETURN;
      END IF;
    END IF;
    -- Nothing was stored: the counters go back before anybody has seen them.
    UPDATE conversation
    SET seq = conversation.seq - 1, turn = c.turn - CASE WHEN asked_turn IS NULL THEN 0 ELSE 1 END
    WHERE id = p_conversation;
  END IF;
  SELECT * INTO earlier FROM earlier_frame(
    p_conversation, p_client_id, p_kind, p_text, p_chosen_message, p_chosen_value);
  outcome := COALESCE(earlier.outcome, outcome);
  seq := earlier.seq;
  RETURN NEXT;
END
$$;
