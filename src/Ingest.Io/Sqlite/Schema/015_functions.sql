-- What bodies are for, the same over cities and years, so that 信访局 of one city can be compared with 信访办 of another; what a
-- person says of bodies (the file DATABASE.entities.yaml); standard names of codes beside those printed; completeness by city.

ALTER TABLE entities ADD COLUMN function TEXT NOT NULL DEFAULT '';  -- of functions: told by its name or by a person; '' if not known

CREATE TABLE functions (
  function       TEXT PRIMARY KEY,            -- petitions
  name           TEXT NOT NULL                -- 信访
) STRICT, WITHOUT ROWID;

CREATE TABLE function_words (
  function       TEXT NOT NULL,               -- of functions
  word           TEXT NOT NULL,               -- in names of such bodies; the longest that a name holds decides
  valid_from     INTEGER,                     -- years in which bodies were named so; NULL: not bound to any
  valid_to       INTEGER,
  weak           INTEGER NOT NULL CHECK (weak IN (0, 1)),  -- 1: decides only where no other word stands
  PRIMARY KEY (function, word)
) STRICT, WITHOUT ROWID;

-- DATABASE.entities.yaml as it was applied last.
CREATE TABLE entity_rules (
  region_code    TEXT NOT NULL,               -- of the entity that documents tell by themselves
  key            TEXT NOT NULL,
  target_region  TEXT NOT NULL,               -- of the entity that it is, the same where it is only named or classified
  target_key     TEXT NOT NULL,
  name           TEXT NOT NULL,               -- '' for that of the latest document
  function       TEXT NOT NULL,               -- '' for what the name tells
  PRIMARY KEY (region_code, key)
) STRICT, WITHOUT ROWID;

DROP VIEW flat;
DROP VIEW panel_three_public;
DROP VIEW panel_fund_source;
DROP VIEW panel_economic;
DROP VIEW panel_functional;
DROP VIEW amounts;

-- Every amount of money in a typed table with all that is said of it. Everything below is made of it.
CREATE VIEW amounts AS
SELECT
  d.entity_id,                                -- of entities
  coalesce(e.name, d.entity) AS entity,       -- by its latest name, so that it is the same over the years
  d.region_code,                              -- GB/T 2260
  d.fiscal_year,
  d.phase,                                    -- budget or final: never one series
  d.scope,                                    -- department, unit, government: never added up
  t.kind AS table_kind,                       -- of kinds: choose one, the same money stands in several
  t.row_scheme,                               -- what the rows are
  iif(l.code = '' AND l.named_code <> '', iif(l.named_code LIKE '2%', 'functional', 'department_economic'), l.code_scheme) AS code_scheme,
  iif(l.code = '', l.named_code, l.code) AS code,  -- as printed, else told by the names
  l.label,                                    -- as printed
  l.is_total,
  l.is_leaf,
  CASE
    WHEN instr('.' || c.key, '.prior.') OR l.label LIKE '%/' || (d.fiscal_year - 1) || '年' THEN 'prior'
    WHEN instr('.' || c.key, '.change.') OR l.label LIKE '%/增减%' THEN 'change'
    WHEN instr('.' || c.key, '.adjusted_budget.') THEN 'adjusted_budget'
    WHEN instr('.' || c.key, '.budget.') THEN 'budget'
    WHEN instr('.' || c.key, '.final.') THEN 'final'
    ELSE 'current'
  END AS period,                              -- current: of fiscal_year; prior: of the year before; budget, final: 预算数 and 决算数 side by side
  substr(replace(replace(replace(replace(replace('.' || c.key, '.prior.', '.'), '.change.', '.'), '.adjusted_budget.', '.'), '.budget.', '.'), '.final.', '.'), 2) AS measure,  -- the column key without the period; NULL where the column's meaning is not known
  c.key AS column_key,
  c.path AS column_path,                      -- the header as printed
  f.amount_fen,
  f.step_fen,                                 -- it was printed to
  f.status,                                   -- verified, unverified, doubtful
  c.leaves_fen - c.total_fen AS gap_fen,      -- of its column: leaf rows less the printed total; 0, or a few steps of rounding
  NOT EXISTS (
    SELECT 1 FROM documents o
    WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
      AND (o.verified - o.doubtful, o.sha256) > (d.verified - d.doubtful, d.sha256)
      AND EXISTS (SELECT 1 FROM tables u WHERE u.document_id = o.id AND u.kind = t.kind AND u.row_scheme = t.row_scheme)
  ) AND NOT EXISTS (
    SELECT 1 FROM tables u WHERE u.document_id = t.document_id AND u.ordinal < t.ordinal AND u.kind = t.kind AND u.row_scheme = t.row_scheme
  ) AS preferred,                             -- 1 for one table of its kind for each entity, year, phase and scope: the best confirmed document
  d.name AS document,
  d.sha256,
  d.id AS document_id,
  t.id AS table_id,
  t.ordinal AS table_ordinal,
  t.unit,
  l.line,
  f.page,
  f.row,
  f.col,
  f.x0, f.y0, f.x1, f.y1,                     -- 1/100 point
  coalesce(e.function, '') AS entity_function -- of functions: the same over cities and years
FROM documents d
LEFT JOIN entities e ON e.id = d.entity_id
CROSS JOIN tables t ON t.document_id = d.id AND t.kind IS NOT NULL
CROSS JOIN lines l ON l.table_id = t.id
CROSS JOIN facts f ON f.table_id = t.id AND f.row = l.row AND f.line = l.line AND f.amount_fen IS NOT NULL
CROSS JOIN columns c ON c.table_id = t.id AND c.block = f.block AND c.col = f.col AND c.role = 'money';

-- Entity × year × functional code; leaf rows only, so that amounts of one table_kind and measure can be added up.
CREATE VIEW panel_functional AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. expenditure_summary (all money) or general_public_budget_expenditure
  substr(code, 1, 3) AS class,                -- 类
  code,                                       -- the finest that is printed, '' if neither print nor name tells it
  label, period,
  measure,                                    -- total, basic, project …
  amount_fen, status, gap_fen, document, sha256, table_ordinal, page, row, col,
  entity_function,
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = substr(a.code, 1, 3)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,  -- standard names in that year
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = substr(a.code, 1, 5)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS section_name,  -- 款
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = a.code
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name
FROM amounts a
WHERE row_scheme = 'functional' AND is_leaf = 1 AND preferred AND measure IS NOT NULL;

-- The same by economic code.
CREATE VIEW panel_economic AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. general_public_budget_basic_expenditure
  row_scheme AS code_scheme,                  -- department_economic (30x) or government_economic (50x)
  substr(code, 1, 3) AS class, code, label, period,
  measure,                                    -- total, personnel, operating, basic, project …
  amount_fen, status, gap_fen, document, sha256, table_ordinal, page, row, col,
  entity_function,
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.row_scheme AND c.code = substr(a.code, 1, 3)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,  -- standard names in that year
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.row_scheme AND c.code = a.code
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name
FROM amounts a
WHERE row_scheme IN ('department_economic', 'government_economic') AND is_leaf = 1 AND preferred AND measure IS NOT NULL;

-- Where the money of an entity comes from.
CREATE VIEW panel_fund_source AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope, table_kind, period,
  iif(measure LIKE 'carryover.%', 'carryover', 'current') AS fund_group,  -- 上年结转 or 本年收入
  replace(replace(measure, 'current.', ''), 'carryover.', '') AS source,  -- general_public, government_fund, special_account …; subtotal where the sources of a group are not told apart
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col, entity_function
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
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col, entity_function
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
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col, entity_function
FROM amounts a
WHERE table_kind IN ('three_public_expenses', 'final_three_public_expenses') AND preferred AND measure IS NOT NULL
  AND (is_total = 1 OR label LIKE '%三公%' OR NOT EXISTS (SELECT 1 FROM lines t WHERE t.table_id = a.table_id AND t.is_total = 1));

-- An amount with everything spelled out.
CREATE VIEW flat AS
SELECT
  a.entity_id, a.entity, a.region_code,
  coalesce(v.name, '') AS region,
  coalesce(p.name, '') AS province,
  a.fiscal_year, a.phase, a.scope,
  a.table_kind, k.name AS table_name,         -- the usual Chinese title
  a.code_scheme, a.code, a.label,
  iif(a.code_scheme IN ('functional', 'department_economic', 'government_economic'), substr(a.code, 1, 3), '') AS class_code,
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.code_scheme AND c.code = substr(a.code, 1, 3)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,  -- in that year
  iif(a.code_scheme = 'functional' AND length(a.code) >= 5, substr(a.code, 1, 5), '') AS section_code,  -- 款
  a.period, a.measure, a.column_path,
  a.amount_fen, a.unit, a.status, a.gap_fen,
  a.document, a.sha256, a.table_ordinal, a.page, a.row, a.col, a.x0, a.y0, a.x1, a.y1,
  a.entity_function,
  iif(a.code_scheme = 'functional' AND length(a.code) >= 5, coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.code_scheme AND c.code = substr(a.code, 1, 5)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), ''), '') AS section_name,  -- of 款, in that year
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.code_scheme AND c.code = a.code
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name  -- of the whole code
FROM amounts a
JOIN kinds k ON k.kind = a.table_kind
LEFT JOIN divisions v ON v.code = a.region_code
LEFT JOIN divisions p ON p.code = v.province
WHERE a.is_leaf = 1 AND a.preferred;

-- How complete the tables that the rules demand are, city by city: what a paper can cite.
CREATE VIEW completeness AS
SELECT
  coalesce(c.code, '') AS city_code, coalesce(c.name, '') AS city,  -- counties under their city; of a province its own
  k.fiscal_year, k.phase, k.scope, k.table_kind,
  count(*) AS bodies,                         -- with a document of that year
  sum(k.state <> 'missing') AS found,
  sum(k.state IN ('parsed', 'balanced')) AS parsed,      -- read whole
  sum(k.state = 'balanced') AS balanced,                 -- and every identity in it holds
  round(100.0 * sum(k.state = 'balanced') / count(*), 1) AS balanced_percent
FROM coverage_kinds k
LEFT JOIN divisions v ON v.code = k.region_code
LEFT JOIN divisions c ON c.code = iif(v.prefecture <> '' AND EXISTS (SELECT 1 FROM divisions p WHERE p.code = v.prefecture), v.prefecture, iif(v.prefecture = '', v.code, v.province))
GROUP BY 1, 2, 3, 4, 5, 6;
