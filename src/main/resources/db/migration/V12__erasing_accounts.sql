-- Erasing accounts: the demo shop's ledger gets lines that are about no order, and those whose
-- conversations are still to be erased are found at once.

ALTER TABLE demo_ledger
  ALTER COLUMN order_number DROP NOT NULL,
  ALTER COLUMN status DROP NOT NULL,
  ADD CHECK ((order_number IS NULL) = (operation = 'erase_account')),
  ADD CHECK ((status IS NULL) = (operation = 'erase_account'));

CREATE INDEX effect_erasing ON effect (begun_at) WHERE operation = 'erase_account';
