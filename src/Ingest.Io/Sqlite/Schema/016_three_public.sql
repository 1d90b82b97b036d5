-- Where a table gives an item as a whole and by funds, a sum over all of its rows would count it twice.

DROP VIEW panel_three_public;

-- The three public expenses.
CREATE VIEW panel_three_public AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope, table_kind,
  period,                                     -- prior and budget: what the same table gives beside it
  CASE WHEN measure LIKE 'general_public.%' THEN 'general_public' WHEN measure LIKE 'government_fund.%' THEN 'government_fund'
       WHEN measure LIKE 'state_capital.%' THEN 'state_capital' ELSE '' END AS fund,  -- '' where it is not split
  CASE
    WHEN label LIKE '%出国%' THEN 'abroad'
    WHEN label LIKE '%公务用车购置费%' THEN 'car.purchase'
    WHEN label LIKE '%公务用车运行%' THEN 'car.operation'
    WHEN label LIKE '%公务用车购置及%' OR label LIKE '%公务用车购置和%' THEN 'car'
    WHEN label LIKE '%公务接待%' THEN 'reception'
    WHEN label LIKE '%行政经费%' THEN 'overall'
    ELSE replace(replace(replace(measure, 'general_public.', ''), 'government_fund.', ''), 'state_capital.', '')
  END AS item,                                -- total, abroad, car, car.purchase, car.operation, reception, meeting, training, overall
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col, entity_function,
  measure NOT LIKE 'general_public.%' AND measure NOT LIKE 'government_fund.%' AND measure NOT LIKE 'state_capital.%'
    OR NOT EXISTS (SELECT 1 FROM columns s WHERE s.table_id = a.table_id
      AND s.key = replace(replace(replace(a.column_key, 'general_public.', ''), 'government_fund.', ''), 'state_capital.', '')) AS adds_up  -- 1: together these rows make the item; 0: a part of one that is there as a whole
FROM amounts a
WHERE table_kind IN ('three_public_expenses', 'final_three_public_expenses') AND preferred AND measure IS NOT NULL
  AND (is_total = 1 OR label LIKE '%三公%' OR NOT EXISTS (SELECT 1 FROM lines t WHERE t.table_id = a.table_id AND t.is_total = 1));
