-- How many pieces of each size the demo shop has, which measures each is made for, and what a
-- product's picture shows. The catalogue's file fills them at the next start.

ALTER TABLE demo_product
  ADD COLUMN alt_en text,
  ADD COLUMN alt_zh text,
  ADD COLUMN size_stock int[] NOT NULL DEFAULT '{}',
  ADD COLUMN chart text;
