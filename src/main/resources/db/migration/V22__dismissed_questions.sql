-- Questions that an editor has put away as none that the shop should answer. A need is away while all of its
-- questions are, so a new one brings it back. They hold no words.
CREATE TABLE dismissed_question (
  conversation uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (conversation, seq)
);

CREATE FUNCTION erase_dismissals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM dismissed_question WHERE conversation = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER conversation_erases_dismissals
  AFTER UPDATE OF erased ON conversation
  FOR EACH ROW WHEN (NEW.erased AND NOT OLD.erased)
  EXECUTE FUNCTION erase_dismissals();
