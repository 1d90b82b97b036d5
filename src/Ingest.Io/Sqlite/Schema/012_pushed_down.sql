-- The same views, so written that what a researcher asks for is looked up before it is computed: a view that counts
-- hands a condition down only if it is on what it groups by, and only through one level. Rows of a table come before its
-- figures, which are ten times as many: a code that is asked for passes over the figures of all others.

CREATE INDEX documents_year ON documents (fiscal_year);
CREATE INDEX documents_region ON documents (region_code);

DROP VIEW amounts;
DROP VIEW budget_against_final;
DROP VIEW year_against_prior;
DROP VIEW procurement_lines;
DROP VIEW coverage_matrix;
DROP VIEW coverage_kinds;
DROP VIEW publication_files;

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
CROSS JOIN tables t ON t.document_id = d.id AND t.kind IS NOT NULL
CROSS JOIN lines l ON l.table_id = t.id
CROSS JOIN facts f ON f.table_id = t.id AND f.row = l.row AND f.line = l.line AND f.amount_fen IS NOT NULL
CROSS JOIN columns c ON c.table_id = t.id AND c.block = f.block AND c.col = f.col AND c.role = 'money';

-- What was budgeted and what was spent, as leaves of the same code.
CREATE VIEW budget_against_final AS
SELECT
  d.entity_id, a.entity, d.region_code, d.fiscal_year, d.scope,
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
    SELECT 1 FROM documents p CROSS JOIN tables u ON u.document_id = p.id AND u.kind = k.counterpart AND u.row_scheme = a.row_scheme
    WHERE p.entity_id = o.entity_id AND p.fiscal_year = o.fiscal_year AND p.phase = o.phase AND p.scope = o.scope AND p.id < o.id)
GROUP BY d.entity_id, a.entity, d.region_code, d.fiscal_year, d.scope, 6, a.row_scheme, a.code, iif(a.code = '', a.label, ''), a.measure;

-- What a year's own document says, and what the next one says of it.
CREATE VIEW year_against_prior AS
SELECT
  b.entity_id, n.entity, b.region_code,
  b.fiscal_year,                              -- the year that both speak of
  b.phase, b.scope, n.table_kind, n.code, n.label, n.is_total, n.measure,
  o.amount_fen AS own_fen,                    -- in the document of that year
  n.amount_fen AS later_fen,                  -- in the 上年 column one year later
  n.amount_fen - o.amount_fen AS difference_fen,
  n.column_path AS later_column,              -- 上年预算数 or 上年执行数: a difference from the latter is no error
  o.document AS own_document, n.document AS later_document, n.page AS later_page
FROM documents b
CROSS JOIN documents d ON d.entity_id = b.entity_id AND d.fiscal_year = b.fiscal_year + 1 AND d.phase = b.phase AND d.scope = b.scope
CROSS JOIN amounts n ON n.document_id = d.id AND n.period = 'prior' AND n.measure IS NOT NULL AND n.preferred
CROSS JOIN amounts o ON o.document_id = b.id AND o.table_kind = n.table_kind AND o.row_scheme = n.row_scheme AND o.period = 'current'
  AND o.measure = n.measure AND o.is_total = n.is_total AND o.is_leaf = n.is_leaf AND o.code = n.code
  AND (n.is_total = 1 OR n.code <> '' OR o.label = n.label) AND o.preferred;

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
CROSS JOIN tables t ON t.document_id = d.id AND t.kind IN ('government_procurement', 'purchased_services')
CROSS JOIN lines l ON l.table_id = t.id AND l.is_leaf = 1
CROSS JOIN facts f ON f.table_id = t.id AND f.row = l.row AND f.line = l.line
CROSS JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col
WHERE NOT EXISTS (
  SELECT 1 FROM documents o
  WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
    AND (o.verified - o.doubtful, o.sha256) > (d.verified - d.doubtful, d.sha256)
    AND EXISTS (SELECT 1 FROM tables u WHERE u.document_id = o.id AND u.kind = t.kind))
GROUP BY d.entity_id, entity, d.region_code, d.fiscal_year, d.phase, d.scope, t.kind, l.code, t.id, l.line;

-- How far the tables that the rules demand have come.
CREATE VIEW coverage_kinds AS
SELECT
  d.entity_id, e.name AS entity, d.region_code, d.fiscal_year, d.phase, d.scope, q.kind AS table_kind,
  (SELECT count(*) FROM documents o WHERE o.entity_id = d.entity_id AND o.fiscal_year IS d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS documents,
  s.value AS state                            -- missing; found, but not read whole; parsed, but an identity fails; balanced
FROM documents d
CROSS JOIN entities e ON e.id = d.entity_id
CROSS JOIN kinds q ON q.phase = d.phase AND q.required = 1
CROSS JOIN json_each(json_array((             -- a value that is asked for once, however often it is used
  SELECT CASE
    WHEN count(t.id) = 0 THEN 'missing'
    WHEN max(coalesce(t.declared_empty, 0) OR EXISTS (SELECT 1 FROM facts f WHERE f.table_id = t.id)) = 0
      OR max(EXISTS (SELECT 1 FROM anomalies a WHERE a.document_id = o.id AND a.table_kind = q.kind AND a.severity = 'lost')) THEN 'found'
    WHEN max(EXISTS (SELECT 1 FROM checks c INDEXED BY checks_failed WHERE c.document_id = o.id AND c.table_kind = q.kind AND c.result = 'fail' AND c.other_sha256 IS NULL)) THEN 'parsed'
    ELSE 'balanced'
  END
  FROM documents o
  LEFT JOIN tables t ON t.document_id = o.id AND t.kind = q.kind
  WHERE o.entity_id = d.entity_id AND o.fiscal_year IS d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope))) s
WHERE d.scope <> 'government'
  -- one row for all documents of an entity, year, phase and scope: that of the first
  AND NOT EXISTS (
    SELECT 1 FROM documents o
    WHERE o.entity_id = d.entity_id AND o.fiscal_year IS d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope AND o.id < d.id);

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
GROUP BY entity_id, entity, region_code, fiscal_year, phase, scope;

-- The files that a body published for a year, where it split its document.
CREATE VIEW publication_files AS
SELECT
  d.entity_id, e.name AS entity, d.region_code, d.fiscal_year, d.phase, d.scope,
  (SELECT count(*) FROM documents o WHERE o.entity_id = d.entity_id AND o.fiscal_year IS d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope) AS files,
  CASE
    WHEN d.typed_tables > 0 AND EXISTS (SELECT 1 FROM narrative_facts n WHERE n.document_id = d.id) THEN 'whole'
    WHEN d.typed_tables > 0 THEN 'tables'
    WHEN EXISTS (SELECT 1 FROM narrative_facts n WHERE n.document_id = d.id) THEN 'explanations'
    ELSE 'other'
  END AS part,                                -- whole, tables, explanations or other
  d.name AS document, d.sha256, d.typed_tables, d.verified, d.doubtful
FROM documents d
JOIN entities e ON e.id = d.entity_id;
