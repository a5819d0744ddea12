-- Copies of conversations that shoppers have asked to be sent.

CREATE TABLE transcript_mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversation,
  -- where it goes; null once it was sent or given up
  email text,
  -- SHA-256 of the address in lower case, for the limits; a row goes after a day
  recipient bytea NOT NULL,
  -- a keyed hash of the client's address, as in conversation
  client text NOT NULL,
  language text NOT NULL,
  -- the newest message in it
  seq bigint NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  -- not tried before that
  due_at timestamptz NOT NULL DEFAULT now(),
  requested_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX transcript_mail_due ON transcript_mail (due_at) WHERE email IS NOT NULL;
CREATE INDEX transcript_mail_conversation ON transcript_mail (conversation, requested_at);
CREATE INDEX transcript_mail_recipient ON transcript_mail (recipient, requested_at);
CREATE INDEX transcript_mail_client ON transcript_mail (client, requested_at);

-- Nothing of an erased conversation is sent any more.
CREATE FUNCTION erase_transcript_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM transcript_mail WHERE conversation = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_erases_transcript_mail
  AFTER UPDATE OF erased ON conversation
  FOR EACH ROW WHEN (NEW.erased AND NOT OLD.erased)
  EXECUTE FUNCTION erase_transcript_mail();
