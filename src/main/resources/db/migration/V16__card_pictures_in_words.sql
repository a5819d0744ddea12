-- Cards tell in words what their picture shows; those of before have none.
UPDATE message
SET cards = (
  SELECT jsonb_agg('{"alt": ""}'::jsonb || card ORDER BY place)
  FROM jsonb_array_elements(cards) WITH ORDINALITY AS stored(card, place)
)
WHERE cards IS NOT NULL;
