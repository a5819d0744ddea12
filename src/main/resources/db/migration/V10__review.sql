-- What editors learn from conversations, and lists that stay fast.

-- Answers that said that nothing is known: the questions that editors look through.
CREATE INDEX message_unknown ON message (at)
  WHERE sender = 'bot' AND trace @> ARRAY['compared: Unknown'];

-- Shoppers' own words by age: a change is tried on the newest of them.
CREATE INDEX message_said ON message (at) WHERE sender = 'shopper' AND kind = 'say';

-- Answers by the article that they came from: how often each is used.
CREATE INDEX message_article ON message (at, source_id)
  WHERE sender = 'bot' AND source_kind = 'article';

CREATE INDEX rating_at ON rating (at) WHERE seq IS NOT NULL;

-- When an editor last changed what is in force, and the same where the other language has to follow
-- and did not lead itself; null where the file is in force.
ALTER TABLE article_edit ADD COLUMN published_at timestamptz, ADD COLUMN led_at timestamptz;

-- The list of articles reads what has changed since it was last read.
CREATE INDEX article_edit_changed ON article_edit (changed_at);
