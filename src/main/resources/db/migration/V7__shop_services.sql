-- What the demo shop's further services need: what an item cost, by which words a product is found,
-- and in the ledger the day of a write, what it was about and what it left the shopper.

ALTER TABLE demo_product ADD COLUMN tags text[] NOT NULL DEFAULT '{}';

-- what one piece cost; null for orders from before this column
ALTER TABLE demo_order_item ADD COLUMN price numeric(10, 2);

ALTER TABLE demo_ledger
  -- the shop's day; null for writes from before this column
  ADD COLUMN day date,
  -- two writes of one subject are about the same thing
  ADD COLUMN subject text NOT NULL DEFAULT '',
  ADD COLUMN receipt jsonb NOT NULL DEFAULT '{}',
  DROP CONSTRAINT demo_ledger_outcome_check,
  ADD CHECK (outcome IN ('done', 'already_done', 'too_late', 'too_early', 'out_of_stock',
    'day_full', 'not_eligible'));
CREATE INDEX demo_ledger_order ON demo_ledger (order_number);
