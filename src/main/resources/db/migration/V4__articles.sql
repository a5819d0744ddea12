-- What editors change of the knowledge base. The files' articles are the seed and are not kept here.

-- Grows with everything that searching must follow; each node compares it with its own.
CREATE TABLE publication (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  number bigint NOT NULL
);
INSERT INTO publication (number) VALUES (0);

CREATE TABLE article_edit (
  id text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'zh')),
  version bigint NOT NULL,
  -- in force over the file; null where the file is, or the article was removed
  published jsonb,
  removed boolean NOT NULL DEFAULT false,
  draft jsonb,
  -- the file's newer version, which an editor is asked to merge
  merge jsonb,
  -- fingerprint of the file that lay below the edit; null for none
  seed text,
  editor text,
  changed_at timestamptz,
  PRIMARY KEY (id, language),
  CHECK (NOT removed OR published IS NULL)
);

CREATE TABLE article_revision (
  id text NOT NULL,
  language text NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  content jsonb,
  editor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (id, language, version)
);

-- Synonyms as an editor wrote them; without a row those of the file are in force.
CREATE TABLE synonym_text (
  language text PRIMARY KEY CHECK (language IN ('en', 'zh')),
  version bigint NOT NULL,
  words text NOT NULL,
  editor text NOT NULL,
  changed_at timestamptz NOT NULL
);
