-- Which editions of flows are in use. The number grows with every change; each node compares it with its own.
CREATE TABLE flow_publication (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL,
  editions text[] NOT NULL
);
INSERT INTO flow_publication (number, editions) VALUES (0, '{}');
