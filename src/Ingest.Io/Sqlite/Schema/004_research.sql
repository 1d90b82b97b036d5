-- For researchers: entities and their names over the years, projects, and views that give every amount once.
-- Amounts are whole 分; divide by 100.0 to show them, add them up before.

-- A department or unit, known by its division and by what its names have in common.
CREATE TABLE entities (
  id             INTEGER PRIMARY KEY,
  region_code    TEXT NOT NULL,               -- as documents.region_code
  key            TEXT NOT NULL,               -- its name without those of its divisions: 大数据中心; unique within the division
  name           TEXT NOT NULL,               -- as its latest year prints it
  code           TEXT NOT NULL,               -- that its own tables print beside its name (121, 121001), '' if they do not
  UNIQUE (region_code, key)
) STRICT;

CREATE TABLE entity_names (
  entity_id      INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name           TEXT NOT NULL,               -- as documents print it
  valid_from     INTEGER,                     -- first and last fiscal year in which it was seen
  valid_to       INTEGER,
  documents      INTEGER NOT NULL,            -- that print it
  PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE documents ADD COLUMN entity_id INTEGER REFERENCES entities (id);     -- NULL where entity is ''
ALTER TABLE documents ADD COLUMN entity_code TEXT NOT NULL DEFAULT '';           -- of the entity, as its tables print it
CREATE INDEX documents_slot ON documents (entity_id, fiscal_year, phase, scope);

-- A project as one document names it: in its list of projects, in a performance form, or in both.
CREATE TABLE projects (
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  project        INTEGER NOT NULL,            -- counted from 0 over the document
  code           TEXT NOT NULL,               -- 21 characters as printed, '' if none is
  name           TEXT NOT NULL,               -- folded, '' if only the code is printed
  table_id       INTEGER REFERENCES tables (id) ON DELETE CASCADE,  -- with line, its row in the list; NULL if it has a form only
  line           INTEGER,
  form           INTEGER,                     -- its performance form; NULL if there is none
  PRIMARY KEY (document_id, project)
) STRICT, WITHOUT ROWID;

CREATE INDEX projects_table ON projects (table_id) WHERE table_id IS NOT NULL;
CREATE INDEX projects_code ON projects (code) WHERE code <> '';

-- What the rows of a table are, by its leaves: functional, department_economic, government_economic, unit, project,
-- procurement; '' where they have names only. A code that only the name tells (lines.named_code) counts.
ALTER TABLE tables ADD COLUMN row_scheme TEXT NOT NULL DEFAULT '';
CREATE INDEX tables_kind ON tables (kind, row_scheme) WHERE kind IS NOT NULL;

-- Of a column of money: what its first total row prints, and what its leaf rows add up to. NULL where there is no such amount.
ALTER TABLE columns ADD COLUMN total_fen INTEGER;
ALTER TABLE columns ADD COLUMN leaves_fen INTEGER;

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
  f.x0, f.y0, f.x1, f.y1                      -- 1/100 point
FROM documents d
LEFT JOIN entities e ON e.id = d.entity_id
JOIN tables t ON t.document_id = d.id AND t.kind IS NOT NULL
JOIN facts f ON f.table_id = t.id AND f.amount_fen IS NOT NULL
JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col AND c.role = 'money'
JOIN lines l ON l.table_id = f.table_id AND l.line = f.line;

-- Entity × year × functional code. Leaf rows only, so that the codes of one table_kind, period and measure add up to its total.
CREATE VIEW panel_functional AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. expenditure_summary (all money) or general_public_budget_expenditure
  substr(code, 1, 3) AS class,                -- 类
  code,                                       -- the finest that is printed, '' if neither print nor name tells it
  label, period,
  measure,                                    -- total, basic, project …
  amount_fen, status, gap_fen, document, sha256, table_ordinal, page, row, col
FROM amounts
WHERE row_scheme = 'functional' AND is_leaf = 1 AND preferred AND measure IS NOT NULL;

-- Entity × year × economic code. Leaf rows only.
CREATE VIEW panel_economic AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. general_public_budget_basic_expenditure
  row_scheme AS code_scheme,                  -- department_economic (30x) or government_economic (50x)
  substr(code, 1, 3) AS class, code, label, period,
  measure,                                    -- total, personnel, operating, basic, project …
  amount_fen, status, gap_fen, document, sha256, table_ordinal, page, row, col
FROM amounts
WHERE row_scheme IN ('department_economic', 'government_economic') AND is_leaf = 1 AND preferred AND measure IS NOT NULL;

-- Entity × year × source of money, from the total row of the revenue table (its leaves where it has none). Subtotals and
-- the funds inside 财政拨款收入 are left out, so that the sources add up to the total.
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
    SELECT 1 FROM columns s WHERE s.table_id = a.table_id AND s.key = 'current.fiscal_appropriation'));

-- “三公”经费: entity × year × item. Items are not added up: total is their sum, car that of purchase and operation.
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
  label, amount_fen, status, document, sha256, table_ordinal, page, row, col
FROM amounts a
WHERE table_kind IN ('three_public_expenses', 'final_three_public_expenses') AND preferred AND measure IS NOT NULL
  AND (is_total = 1 OR label LIKE '%三公%' OR NOT EXISTS (SELECT 1 FROM lines t WHERE t.table_id = a.table_id AND t.is_total = 1));

-- A project in every year that names it. One row for each document that is the best of its year.
CREATE VIEW project_years AS
SELECT
  d.entity_id, coalesce(e.name, d.entity) AS entity, d.region_code, d.fiscal_year, d.phase, d.scope,
  p.code,                                     -- 21 characters: group by it where it is there, else by entity and name
  p.name,
  (SELECT f.amount_fen FROM facts f JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col
   JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
   WHERE f.table_id = p.table_id AND f.row = l.row AND l.line = p.line AND c.key IN ('total', 'amount') ORDER BY c.col LIMIT 1) AS amount_fen,  -- in the list of projects; NULL if it is not in it
  p.form IS NOT NULL AS has_form,
  (SELECT count(*) FROM indicators i WHERE i.document_id = p.document_id AND i.form = p.form) AS indicators,
  d.name AS document, d.sha256
FROM projects p
JOIN documents d ON d.id = p.document_id
LEFT JOIN entities e ON e.id = d.entity_id
WHERE NOT EXISTS (
  SELECT 1 FROM documents o
  WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
    AND (o.verified - o.doubtful, o.sha256) > (d.verified - d.doubtful, d.sha256)
    AND EXISTS (SELECT 1 FROM projects u WHERE u.document_id = o.id));

-- What is to be bought: one row for each line of the procurement and purchased-services tables.
CREATE VIEW procurement_lines AS
SELECT
  d.entity_id, coalesce(e.name, d.entity) AS entity, d.region_code, d.fiscal_year, d.phase, d.scope, t.kind AS table_kind,
  l.code, l.label,                            -- of the row: unit, function or project, as the table is laid out
  (SELECT group_concat(c.text, ' / ') FROM (
    SELECT c.text FROM cells c JOIN columns k ON k.table_id = c.table_id AND k.block = l.block AND k.col = c.col AND k.role = 'text'
    WHERE c.table_id = l.table_id AND c.row = l.row AND c.text <> '' AND c.personal = 0 ORDER BY c.col) c) AS description,  -- the texts of the row: article, project, source
  max(iif(c.key = 'quantity', f.number, NULL)) AS quantity,        -- as printed
  max(iif(c.key = 'unit_price', f.amount_fen, NULL)) AS unit_price_fen,
  max(iif(c.key IN ('amount', 'total'), f.amount_fen, NULL)) AS amount_fen,
  max(iif(c.key = 'sme', f.amount_fen, NULL)) AS sme_fen,          -- reserved for small and medium enterprises
  max(iif(c.key = 'micro', f.amount_fen, NULL)) AS micro_fen,      -- for small and micro ones
  min(f.status) AS status,                    -- doubtful if any figure is
  d.name AS document, d.sha256, t.ordinal AS table_ordinal, min(f.page) AS page, l.row
FROM documents d
LEFT JOIN entities e ON e.id = d.entity_id
JOIN tables t ON t.document_id = d.id AND t.kind IN ('government_procurement', 'purchased_services')
JOIN lines l ON l.table_id = t.id AND l.is_leaf = 1
JOIN facts f ON f.table_id = t.id AND f.row = l.row AND f.line = l.line
JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col
WHERE NOT EXISTS (
  SELECT 1 FROM documents o
  WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
    AND (o.verified - o.doubtful, o.sha256) > (d.verified - d.doubtful, d.sha256)
    AND EXISTS (SELECT 1 FROM tables u WHERE u.document_id = o.id AND u.kind = t.kind))
GROUP BY t.id, l.line;

-- The same leaf row in the budget and in the final accounts of a year. Only tables that both documents have; NULL where
-- one of them lacks the row.
CREATE VIEW budget_against_final AS
SELECT
  a.entity_id, a.entity, a.region_code, a.fiscal_year, a.scope,
  iif(a.phase = 'budget', a.table_kind, k.counterpart) AS table_kind,  -- the budget's
  a.row_scheme AS code_scheme, a.code, min(a.label) AS label, a.measure,
  sum(iif(a.phase = 'budget', a.amount_fen, NULL)) AS budget_fen,
  sum(iif(a.phase = 'final', a.amount_fen, NULL)) AS final_fen,
  min(a.status) AS status
FROM amounts a
JOIN kinds k ON k.kind = a.table_kind AND k.counterpart <> ''
WHERE a.is_leaf = 1 AND a.row_scheme IN ('functional', 'department_economic') AND a.period = 'current' AND a.measure IS NOT NULL AND a.preferred
  AND EXISTS (
    SELECT 1 FROM documents o JOIN tables u ON u.document_id = o.id AND u.kind = k.counterpart AND u.row_scheme = a.row_scheme
    WHERE o.entity_id = a.entity_id AND o.fiscal_year = a.fiscal_year AND o.scope = a.scope AND o.phase <> a.phase AND o.phase <> '')
GROUP BY a.entity_id, a.fiscal_year, a.scope, 6, a.row_scheme, a.code, iif(a.code = '', a.label, ''), a.measure;

-- What a document says of the year before, against that year's own document of the same phase and scope.
CREATE VIEW year_against_prior AS
SELECT
  n.entity_id, n.entity, n.region_code,
  n.fiscal_year - 1 AS fiscal_year,           -- the year that both speak of
  n.phase, n.scope, n.table_kind, n.code, n.label, n.is_total, n.measure,
  o.amount_fen AS own_fen,                    -- in the document of that year
  n.amount_fen AS later_fen,                  -- in the 上年 column one year later
  n.amount_fen - o.amount_fen AS difference_fen,
  n.column_path AS later_column,              -- 上年预算数 or 上年执行数: a difference from the latter is no error
  o.document AS own_document, n.document AS later_document, n.page AS later_page
FROM amounts n
JOIN amounts o ON o.entity_id = n.entity_id AND o.fiscal_year = n.fiscal_year - 1 AND o.phase = n.phase AND o.scope = n.scope
  AND o.table_kind = n.table_kind AND o.row_scheme = n.row_scheme AND o.period = 'current' AND o.measure = n.measure
  AND o.is_total = n.is_total AND o.is_leaf = n.is_leaf AND o.code = n.code
  AND (n.is_total = 1 OR n.code <> '' OR o.label = n.label) AND o.preferred
WHERE n.period = 'prior' AND n.measure IS NOT NULL AND n.preferred;

-- Which of the tables that the rules demand are there: one row for each entity, year, phase, scope and demanded kind.
CREATE VIEW coverage_kinds AS
SELECT
  s.entity_id, s.entity, s.region_code, s.fiscal_year, s.phase, s.scope, k.kind AS table_kind, s.documents,
  CASE
    WHEN s.tables IS NULL THEN 'missing'
    WHEN s.filled = 0 OR s.lost > 0 THEN 'found'
    WHEN s.failed > 0 THEN 'parsed'
    ELSE 'balanced'
  END AS state                                -- missing; found, but not read whole; parsed, but an identity fails; balanced
FROM kinds k
JOIN (
  SELECT d.entity_id, e.name AS entity, d.region_code, d.fiscal_year, d.phase, d.scope, q.kind,
         (SELECT count(*) FROM documents o WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS documents,
         (SELECT sum(t.document_id IS NOT NULL) FROM documents o JOIN tables t ON t.document_id = o.id AND t.kind = q.kind
          WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS tables,
         (SELECT count(*) FROM documents o JOIN tables t ON t.document_id = o.id AND t.kind = q.kind
          WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
            AND (t.declared_empty = 1 OR EXISTS (SELECT 1 FROM facts f WHERE f.table_id = t.id))) AS filled,
         (SELECT count(*) FROM documents o JOIN anomalies a ON a.document_id = o.id AND a.table_kind = q.kind AND a.severity = 'lost'
          WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS lost,
         (SELECT count(*) FROM documents o JOIN checks c ON c.document_id = o.id AND c.table_kind = q.kind AND c.result = 'fail'
          WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS failed
  FROM documents d
  JOIN entities e ON e.id = d.entity_id
  JOIN kinds q ON q.phase = d.phase AND q.required = 1
  WHERE NOT EXISTS (
    SELECT 1 FROM documents o
    WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope AND o.sha256 < d.sha256)
) s ON s.kind = k.kind;

-- The coverage matrix: one row for each entity, year, phase and scope.
CREATE VIEW coverage_matrix AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  max(documents) AS documents,
  count(*) AS expected,                       -- kinds of tables that the rules demand
  sum(state <> 'missing') AS found,
  sum(state IN ('parsed', 'balanced')) AS parsed,
  sum(state = 'balanced') AS balanced,
  coalesce(group_concat(iif(state = 'missing', table_kind, NULL), ' '), '') AS missing
FROM coverage_kinds
GROUP BY entity_id, fiscal_year, phase, scope;

-- Anomalies for each thousand facts, by city (prefecture, or municipality under the central government).
CREATE VIEW anomaly_rates_by_city AS
SELECT
  coalesce(c.code, '') AS city_code, coalesce(c.name, '') AS city,
  count(*) AS documents, sum(d.facts) AS facts, sum(d.lost) AS lost, sum(d.doubts) AS doubts, sum(d.notes) AS notes,
  round(1000.0 * sum(d.lost) / nullif(sum(d.facts), 0), 2) AS lost_per_1000,
  round(1000.0 * sum(d.doubts) / nullif(sum(d.facts), 0), 2) AS doubts_per_1000,
  round(100.0 * sum(d.verified) / nullif(sum(d.facts), 0), 1) AS verified_percent  -- of the facts
FROM documents d
LEFT JOIN divisions v ON v.code = d.region_code
LEFT JOIN divisions c ON c.code = iif(v.prefecture <> '' AND EXISTS (SELECT 1 FROM divisions p WHERE p.code = v.prefecture), v.prefecture, iif(v.prefecture = '', v.code, v.province))
GROUP BY 1, 2;

-- The same by the program that made the PDF.
CREATE VIEW anomaly_rates_by_producer AS
SELECT
  d.producer,
  count(*) AS documents, sum(d.facts) AS facts, sum(d.lost) AS lost, sum(d.doubts) AS doubts, sum(d.notes) AS notes,
  round(1000.0 * sum(d.lost) / nullif(sum(d.facts), 0), 2) AS lost_per_1000,
  round(1000.0 * sum(d.doubts) / nullif(sum(d.facts), 0), 2) AS doubts_per_1000,
  round(100.0 * sum(d.verified) / nullif(sum(d.facts), 0), 1) AS verified_percent
FROM documents d
GROUP BY d.producer;

-- The crosswalk of names: where a code's name changed, the name before and after.
CREATE VIEW code_name_changes AS
SELECT
  a.scheme, a.code, a.name AS old_name, a.valid_to AS old_until, b.name AS new_name, b.valid_from AS new_from
FROM codes a
JOIN codes b ON b.scheme = a.scheme AND b.code = a.code AND b.valid_from > a.valid_to
WHERE NOT EXISTS (
  SELECT 1 FROM codes c WHERE c.scheme = a.scheme AND c.code = a.code AND c.valid_from > a.valid_to AND c.valid_from < b.valid_from);

-- The flat table: one amount a row with everything spelled out. Leaf rows of the best document, so that each sum of one
-- table_kind, period and measure counts nothing twice.
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
    AND coalesce(c.valid_from, 0) <= a.fiscal_year AND coalesce(c.valid_to, 9999) >= a.fiscal_year ORDER BY c.name LIMIT 1), '') AS class_name,  -- in that year
  iif(a.code_scheme = 'functional' AND length(a.code) >= 5, substr(a.code, 1, 5), '') AS section_code,  -- 款
  a.period, a.measure, a.column_path,
  a.amount_fen, a.unit, a.status, a.gap_fen,
  a.document, a.sha256, a.table_ordinal, a.page, a.row, a.col, a.x0, a.y0, a.x1, a.y1
FROM amounts a
JOIN kinds k ON k.kind = a.table_kind
LEFT JOIN divisions v ON v.code = a.region_code
LEFT JOIN divisions p ON p.code = v.province
WHERE a.is_leaf = 1 AND a.preferred;
