-- What the shop's own programs are let in with, and what they are told.

CREATE TABLE api_token (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- the name in lower case and one width, as an account's: programs and people share their names
  name_key text NOT NULL UNIQUE,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('agent', 'editor', 'admin')),
  -- SHA-256 of the token
  token_hash bytea NOT NULL UNIQUE,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE webhook (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url text NOT NULL,
  events text[] NOT NULL CHECK (
    cardinality(events) > 0 AND events <@ ARRAY[
      'conversation.handed_over', 'conversation.closed', 'conversation.rated']),
  -- signs what is sent; in clear, since both sides need it
  secret text NOT NULL,
  -- false: nothing is sent, and nothing is kept for later
  enabled boolean NOT NULL DEFAULT true,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL
);

-- The outbox: one row for each event and each webhook that is told of it, written together with what
-- happened.
CREATE TABLE webhook_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook bigint NOT NULL REFERENCES webhook ON DELETE CASCADE,
  -- the same at each try, and for all webhooks that are told of one event
  event uuid NOT NULL,
  kind text NOT NULL,
  conversation uuid NOT NULL,
  data jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'delivered', 'given_up')),
  tries integer NOT NULL DEFAULT 0,
  -- when it is tried next; of one that a server is sending, when the others may
  next_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  -- of the last try: the HTTP status, or why there was none
  status integer,
  problem text
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, next_at) WHERE state = 'due';
CREATE INDEX webhook_delivery_latest ON webhook_delivery (webhook, id);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE state <> 'due';
CREATE INDEX webhook_delivery_conversation ON webhook_delivery (conversation);

CREATE FUNCTION tell_webhooks(p_kind text, p_conversation uuid, p_data jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  p_event uuid := gen_random_uuid();
BEGIN
  INSERT INTO webhook_delivery (webhook, event, kind, conversation, data)
  SELECT id, p_event, p_kind, p_conversation, jsonb_strip_nulls(p_data)
  FROM webhook WHERE enabled AND p_kind = ANY (events);
END
$$;

-- Triggers, so that no way of changing a conversation can forget them.

CREATE FUNCTION tell_of_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks('conversation.handed_over', NEW.conversation, jsonb_build_object(
    'ticket', NEW.id, 'reason', NEW.reason, 'language', NEW.language, 'agent', NEW.agent));
  RETURN NULL;
END
$$;
CREATE TRIGGER told AFTER INSERT ON ticket FOR EACH ROW EXECUTE FUNCTION tell_of_ticket();

CREATE FUNCTION tell_of_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_webhooks('conversation.closed', NEW.id, jsonb_build_object(
    'language', NEW.locale, 'messages', NEW.seq, 'agent', OLD.agent));
  RETURN NULL;
END
$$;
CREATE TRIGGER told_of_end AFTER UPDATE OF mode ON conversation FOR EACH ROW
WHEN (NEW.mode = 'closed' AND OLD.mode <> 'closed') EXECUTE FUNCTION tell_of_end();

-- A judgement may be changed, which is told anew; words that are erased leave its time as it was.
CREATE FUNCTION tell_of_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.at <> OLD.at THEN
    PERFORM tell_webhooks('conversation.rated', NEW.conversation, jsonb_build_object(
      'message', NEW.seq, 'helpful', NEW.helpful, 'score', NEW.score, 'comment', NEW.comment));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON rating
FOR EACH ROW EXECUTE FUNCTION tell_of_rating();

CREATE FUNCTION forget_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE webhook_delivery SET data = data - 'comment' WHERE conversation = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER erased_told AFTER UPDATE OF erased ON conversation FOR EACH ROW
WHEN (NEW.erased AND NOT OLD.erased) EXECUTE FUNCTION forget_told();
