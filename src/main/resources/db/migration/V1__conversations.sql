-- Conversations, their messages and all that hangs on them.

-- One row a conversation; whoever writes anything of a conversation locks its row first.
-- No index may hold a column that a turn changes: updates then stay on their page (HOT) and touch
-- no index. BRIN indexes do not hinder that.
CREATE TABLE conversation (
  id uuid PRIMARY KEY,
  mode text NOT NULL DEFAULT 'bot' CHECK (mode IN ('bot', 'waiting', 'human', 'closed')),
  -- grows whenever somebody else takes over
  epoch bigint NOT NULL DEFAULT 1,
  -- the newest message's number: messages are numbered by this counter, without gaps
  seq bigint NOT NULL DEFAULT 0,
  -- turns accepted and answered; they differ while the bot owes an answer
  turn bigint NOT NULL DEFAULT 0,
  answered bigint NOT NULL DEFAULT 0,
  -- when the newest turn was accepted
  asked_at timestamptz,
  -- frames that became no turn (see frame); most conversations have none
  deeds integer NOT NULL DEFAULT 0,
  -- the shown name of the agent who answers, in mode human
  agent text,
  locale text NOT NULL DEFAULT 'en',
  memory jsonb,
  -- SHA-256 of the resume token; null once it is revoked
  token_hash bytea UNIQUE,
  identity text,
  -- a keyed hash of the address that the shopper came from
  address text NOT NULL DEFAULT '',
  page text,
  delivered bigint NOT NULL DEFAULT 0,
  read bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  erased boolean NOT NULL DEFAULT false
) WITH (fillfactor = 70);

CREATE INDEX conversation_asked_at ON conversation
  USING brin (asked_at) WITH (pages_per_range = 8, autosummarize = on);
CREATE INDEX conversation_identity ON conversation (identity) WHERE identity IS NOT NULL;

-- No foreign key: messages are only written by functions that hold the conversation's row.
CREATE TABLE message (
  conversation uuid NOT NULL,
  seq bigint NOT NULL,
  sender text NOT NULL CHECK (sender IN ('shopper', 'bot', 'agent', 'system')),
  -- who wrote it, where a name is shown
  name text,
  text text NOT NULL,
  in_reply_to bigint,
  choices jsonb,
  cards jsonb,
  source_kind text,
  source_id text,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased boolean NOT NULL DEFAULT false,
  -- a shopper's message: how it was made, the turn it began (none while a person answers), and
  -- the frame it came in
  kind text CHECK (kind IN ('say', 'choose', 'human', 'leave')),
  chosen_message bigint,
  chosen_value text,
  turn bigint,
  client_id text,
  -- why the bot answered so, one line a decision, with the answer's last message; for agents alone
  trace text[],
  PRIMARY KEY (conversation, seq)
);

CREATE UNIQUE INDEX message_client ON message (conversation, client_id, sender)
  WHERE client_id IS NOT NULL;

-- Frames that became no turn: their effect happens once, the answer is given again.
CREATE TABLE frame (
  conversation uuid NOT NULL REFERENCES conversation,
  client_id text NOT NULL,
  -- SHA-256 of what the frame asked for
  fingerprint bytea NOT NULL,
  -- the message it became, if any
  seq bigint,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (conversation, client_id)
);

-- A conversation's way to a person.
CREATE TABLE ticket (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversation,
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'claimed', 'released', 'closed')),
  reason text NOT NULL,
  summary jsonb NOT NULL,
  language text NOT NULL,
  -- where the answer goes when the shopper left a message
  email text,
  agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  claimed_at timestamptz,
  ended_at timestamptz
);

-- At most one ticket of a conversation is open; the queue is read in order of age.
CREATE UNIQUE INDEX ticket_open ON ticket (conversation) WHERE state IN ('waiting', 'claimed');
CREATE INDEX ticket_queue ON ticket (created_at) WHERE state IN ('waiting', 'claimed');

-- A shopper's judgement of one answer, or of the whole conversation where seq is null.
CREATE TABLE rating (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversation,
  seq bigint,
  helpful boolean,
  score smallint CHECK (score BETWEEN 1 AND 5),
  comment text,
  at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (conversation, seq)
);
