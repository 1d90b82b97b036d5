-- Revenue tables that list the sources of money as rows (Jiangsu to 2019) stand in the panel too.
DROP VIEW panel_fund_source;

-- Entity × year × source of money, from the total row of the revenue table (its leaves where it has none), or from the
-- rows of the sources where they have no columns. Subtotals and the funds inside 财政拨款收入 are left out, so that the
-- sources add up to the total.
CREATE VIEW panel_fund_source AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope, table_kind, period,
  iif(measure LIKE 'carryover.%', 'carryover', 'current') AS fund_group,  -- 上年结转 or 本年收入
  replace(replace(measure, 'current.', ''), 'carryover.', '') AS source,  -- general_public, government_fund, special_account …; subtotal where the sources of a group are not told apart
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col
FROM amounts a
WHERE table_kind IN ('revenue_summary', 'final_revenue') AND preferred
  AND (is_total = 1 OR (is_leaf = 1 AND NOT EXISTS (SELECT 1 FROM lines t WHERE t.table_id = a.table_id AND t.is_total = 1)))
  AND measure NOT IN ('total', 'subtotal')
  AND NOT (measure LIKE '%.subtotal' AND EXISTS (
    SELECT 1 FROM columns s WHERE s.table_id = a.table_id AND s.key LIKE replace(a.column_key, '.subtotal', '.%') AND s.key <> a.column_key))
  AND NOT (measure IN ('current.general_public', 'current.government_fund', 'current.state_capital') AND EXISTS (
    SELECT 1 FROM columns s WHERE s.table_id = a.table_id AND s.key = 'current.fiscal_appropriation'))
UNION ALL
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope, table_kind, period,
  iif(source = 'subtotal', 'carryover', 'current') AS fund_group, source,
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col
FROM (
  SELECT a.*, CASE
    WHEN label LIKE '%一般公共预算%' OR label LIKE '%公共财政预算%' THEN 'general_public'
    WHEN label LIKE '%政府性基金%' THEN 'government_fund'
    WHEN label LIKE '%国有资本经营%' THEN 'state_capital'
    WHEN label LIKE '%财政专户%' THEN 'special_account'
    WHEN label LIKE '%上年结转%' THEN 'subtotal'
    WHEN label LIKE '%单位资金%' THEN 'unit_funds'
    WHEN label LIKE '%上级补助%' THEN 'from_superior'
    WHEN label LIKE '%附属单位%' THEN 'from_affiliate'
    WHEN label LIKE '%经营收入%' THEN 'business_income'
    WHEN label LIKE '%事业收入%' THEN 'undertaking'
    WHEN label LIKE '%其他资金%' OR label LIKE '%其他收入%' THEN 'other'
  END AS source
  FROM amounts a
  WHERE a.table_kind IN ('revenue_summary', 'final_revenue') AND a.preferred AND a.measure = 'total' AND a.code = '' AND a.is_total = 0
    AND (a.label NOT LIKE '%/%' OR a.label LIKE '%/小计')  -- a source, or the sum of its kinds
    AND NOT EXISTS (SELECT 1 FROM columns s WHERE s.table_id = a.table_id AND (s.key LIKE 'current.%' OR s.key LIKE 'carryover.%'))
) WHERE source IS NOT NULL;
