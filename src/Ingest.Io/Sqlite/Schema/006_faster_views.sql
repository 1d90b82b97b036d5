-- The same views, so written that a database of 100,000 documents answers them. CROSS JOIN keeps SQLite to the order that
-- is written, from documents to tables to facts: without statistics it guesses others. Pairs of documents are found first,
-- and what is counted of a table is counted once.

DROP INDEX tables_kind;
CREATE INDEX tables_kind ON tables (kind, document_id, row_scheme) WHERE kind IS NOT NULL;

CREATE INDEX checks_failed ON checks (document_id, table_kind) WHERE result = 'fail';

DROP VIEW amounts;
DROP VIEW budget_against_final;
DROP VIEW year_against_prior;
DROP VIEW coverage_matrix;
DROP VIEW coverage_kinds;

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
CROSS JOIN tables t ON t.document_id = d.id AND t.kind IS NOT NULL
CROSS JOIN facts f ON f.table_id = t.id AND f.amount_fen IS NOT NULL
CROSS JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col AND c.role = 'money'
CROSS JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
LEFT JOIN entities e ON e.id = d.entity_id;

-- The same leaf row in the budget and in the final accounts of a year. Only tables that both documents have; NULL where
-- one of them lacks the row.
CREATE VIEW budget_against_final AS
SELECT
  a.entity_id, a.entity, a.region_code, a.fiscal_year, a.scope,
  iif(a.phase = 'budget', a.table_kind, k.counterpart) AS table_kind,  -- the budget's
  a.row_scheme AS code_scheme, a.code, min(a.label) AS label, a.measure,
  sum(iif(a.phase = 'budget', a.amount_fen, NULL)) AS budget_fen,
  sum(iif(a.phase = 'final', a.amount_fen, NULL)) AS final_fen,
  min(a.status) AS status                     -- doubtful if either is
FROM documents d
CROSS JOIN documents o ON o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.scope = d.scope
  AND o.phase = iif(d.phase = 'budget', 'final', 'budget')
CROSS JOIN amounts a ON a.document_id = d.id AND a.is_leaf = 1 AND a.row_scheme IN ('functional', 'department_economic')
  AND a.period = 'current' AND a.measure IS NOT NULL AND a.preferred
CROSS JOIN kinds k ON k.kind = a.table_kind AND k.counterpart <> ''
WHERE d.phase IN ('budget', 'final')
  -- one other document is enough: the one that has the table and is the first of them
  AND EXISTS (SELECT 1 FROM tables u WHERE u.document_id = o.id AND u.kind = k.counterpart AND u.row_scheme = a.row_scheme)
  AND NOT EXISTS (
    SELECT 1 FROM documents p JOIN tables u ON u.document_id = p.id AND u.kind = k.counterpart AND u.row_scheme = a.row_scheme
    WHERE p.entity_id = o.entity_id AND p.fiscal_year = o.fiscal_year AND p.phase = o.phase AND p.scope = o.scope AND p.id < o.id)
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
FROM documents d
CROSS JOIN documents b ON b.entity_id = d.entity_id AND b.fiscal_year = d.fiscal_year - 1 AND b.phase = d.phase AND b.scope = d.scope
CROSS JOIN amounts n ON n.document_id = d.id AND n.period = 'prior' AND n.measure IS NOT NULL AND n.preferred
CROSS JOIN amounts o ON o.document_id = b.id AND o.table_kind = n.table_kind AND o.row_scheme = n.row_scheme AND o.period = 'current'
  AND o.measure = n.measure AND o.is_total = n.is_total AND o.is_leaf = n.is_leaf AND o.code = n.code
  AND (n.is_total = 1 OR n.code <> '' OR o.label = n.label) AND o.preferred;

-- Which of the tables that the rules demand are there: one row for each entity, year, phase, scope and demanded kind.
CREATE VIEW coverage_kinds AS
SELECT
  d.entity_id, e.name AS entity, d.region_code, d.fiscal_year, d.phase, d.scope, q.kind AS table_kind,
  count(DISTINCT d.id) AS documents,
  CASE
    WHEN count(t.id) = 0 THEN 'missing'
    WHEN max(coalesce(t.declared_empty, 0) OR EXISTS (SELECT 1 FROM facts f WHERE f.table_id = t.id)) = 0
      OR max(EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = d.id AND a.table_kind = q.kind AND a.severity = 'lost')) THEN 'found'
    WHEN max(EXISTS (SELECT 1 FROM checks c INDEXED BY checks_failed WHERE c.document_id = d.id AND c.table_kind = q.kind AND c.result = 'fail' AND c.other_sha256 IS NULL)) THEN 'parsed'
    ELSE 'balanced'
  END AS state                                -- missing; found, but not read whole; parsed, but an identity fails; balanced
FROM documents d
JOIN entities e ON e.id = d.entity_id
JOIN kinds q ON q.phase = d.phase AND q.required = 1
LEFT JOIN tables t ON t.document_id = d.id AND t.kind = q.kind
GROUP BY d.entity_id, d.fiscal_year, d.phase, d.scope, q.kind;

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
