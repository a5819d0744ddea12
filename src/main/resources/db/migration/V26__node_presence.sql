-- Servers that give signs of life, and which shoppers have a page open at each while a person has
-- them or should. What a server leaves behind that was lost without closing anything, others tidy up.
CREATE TABLE node (
  id uuid PRIMARY KEY,
  seen_at timestamptz NOT NULL
);

CREATE TABLE visit (
  conversation uuid NOT NULL,
  node uuid NOT NULL,
  PRIMARY KEY (conversation, node)
);
CREATE INDEX visit_node ON visit (node);
