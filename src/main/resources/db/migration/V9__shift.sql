-- What a shift at the desk needs: who is there and for whom, departments, how a ticket went, private
-- notes, canned replies, and the desk's own rules.

-- An agent who is away gets nobody new; one whose sign of life is overdue loses whom they have.
ALTER TABLE agent_presence ADD COLUMN away boolean NOT NULL DEFAULT false;

CREATE TABLE department (
  id text PRIMARY KEY,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  -- reasons, flows and intents of a handover that belong there
  topics text[] NOT NULL DEFAULT '{}'
);

-- Whom an agent is for: no language means any, no department every one.
ALTER TABLE account
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN departments text[] NOT NULL DEFAULT '{}',
  -- conversations at once; null for the desk's own limit
  ADD COLUMN capacity integer CHECK (capacity BETWEEN 1 AND 99);

ALTER TABLE ticket
  ADD COLUMN department text REFERENCES department ON DELETE SET NULL,
  -- since when somebody waits: later than created_at where they were passed on or lost their agent
  ADD COLUMN queued_at timestamptz NOT NULL DEFAULT now(),
  -- when a person first answered
  ADD COLUMN replied_at timestamptz,
  -- what came of it, as the agent says
  ADD COLUMN outcome text;
UPDATE ticket SET queued_at = created_at;

-- The department of a new ticket: whose topics name its reason, else its flow, else its intent.
CREATE FUNCTION ticket_department() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.department := (
    SELECT d.id FROM department d
    WHERE d.topics && ARRAY[NEW.reason, NEW.summary ->> 'flow', NEW.summary ->> 'intent']
    ORDER BY NEW.reason = ANY (d.topics) DESC,
      coalesce(NEW.summary ->> 'flow' = ANY (d.topics), false) DESC, d.id
    LIMIT 1);
  RETURN NEW;
END $$;

CREATE TRIGGER ticket_finds_department
  BEFORE INSERT ON ticket
  FOR EACH ROW EXECUTE FUNCTION ticket_department();

-- When the shopper's last page was closed while a person had the conversation; null while one is open.
ALTER TABLE conversation ADD COLUMN left_at timestamptz;

-- What agents write for each other, with numbers of its own.
CREATE TABLE note (
  conversation uuid NOT NULL REFERENCES conversation,
  number bigint NOT NULL,
  client_id text NOT NULL,
  agent text NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (conversation, number),
  UNIQUE (conversation, client_id)
);

CREATE FUNCTION erase_notes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM note WHERE conversation = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_erases_notes
  AFTER UPDATE OF erased ON conversation
  FOR EACH ROW WHEN (NEW.erased AND NOT OLD.erased)
  EXECUTE FUNCTION erase_notes();

-- Replies that are often needed, by a short name, in each language that somebody has written it in.
CREATE TABLE canned_reply (
  shortcut text PRIMARY KEY,
  text_en text NOT NULL,
  text_zh text NOT NULL
);

-- One row: how the desk works.
CREATE TABLE desk_policy (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- seconds until a person should have answered, and until the matter should be settled
  first_response integer NOT NULL DEFAULT 120 CHECK (first_response > 0),
  resolution integer NOT NULL DEFAULT 1800 CHECK (resolution > 0),
  -- conversations of an agent at once
  capacity integer NOT NULL DEFAULT 6 CHECK (capacity BETWEEN 1 AND 99),
  -- true where whoever waits is given to an agent, false where agents take them
  assigns boolean NOT NULL DEFAULT false,
  -- when people answer; null as the command line says
  hours text
);
INSERT INTO desk_policy DEFAULT VALUES;
