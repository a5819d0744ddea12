-- Random values that every node must share and no person needs to know.
CREATE TABLE secret (
  name text PRIMARY KEY,
  value text NOT NULL
);
