-- Which table is preferred is worked out once for each table, not for each of its figures; period and measure of most columns need no
-- search for words.

DROP VIEW amounts;

CREATE VIEW amounts AS
WITH bits(bit) AS MATERIALIZED (VALUES (0), (1))  -- one of them joins each table: what is computed by joining is not computed again further in
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
    WHEN instr(c.key, '.') = 0 AND instr(l.label, '/') = 0 THEN 'current'  -- most are told without looking for each word
    WHEN instr('.' || c.key, '.prior.') OR l.label LIKE '%/' || (d.fiscal_year - 1) || '年' THEN 'prior'
    WHEN instr('.' || c.key, '.change.') OR l.label LIKE '%/增减%' THEN 'change'
    WHEN instr('.' || c.key, '.adjusted_budget.') THEN 'adjusted_budget'
    WHEN instr('.' || c.key, '.budget.') THEN 'budget'
    WHEN instr('.' || c.key, '.final.') THEN 'final'
    ELSE 'current'
  END AS period,                              -- current: of fiscal_year; prior: of the year before; budget, final: 预算数 and 决算数 side by side
  iif(instr(c.key, '.'), substr(replace(replace(replace(replace(replace('.' || c.key, '.prior.', '.'), '.change.', '.'), '.adjusted_budget.', '.'), '.budget.', '.'), '.final.', '.'), 2), c.key) AS measure,  -- the column key without the period; NULL where the column's meaning is not known
  c.key AS column_key,
  c.path AS column_path,                      -- the header as printed
  f.amount_fen,
  f.step_fen,                                 -- it was printed to
  f.status,                                   -- verified, unverified, doubtful
  c.leaves_fen - c.total_fen AS gap_fen,      -- of its column: leaf rows less the printed total; 0, or a few steps of rounding
  once.bit AS preferred,                      -- 1 for one table of its kind for each entity, year, phase and scope: the best confirmed document
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
CROSS JOIN bits once ON once.bit = (
  NOT EXISTS (
    SELECT 1 FROM documents o
    WHERE o.entity_id = d.entity_id AND o.fiscal_year = d.fiscal_year AND o.phase = d.phase AND o.scope = d.scope
      AND (o.verified - o.doubtful, o.sha256) > (d.verified - d.doubtful, d.sha256)
      AND EXISTS (SELECT 1 FROM tables u WHERE u.document_id = o.id AND u.kind = t.kind AND u.row_scheme = t.row_scheme)
  ) AND NOT EXISTS (
    SELECT 1 FROM tables u WHERE u.document_id = t.document_id AND u.ordinal < t.ordinal AND u.kind = t.kind AND u.row_scheme = t.row_scheme
  ))
CROSS JOIN lines l ON l.table_id = t.id
CROSS JOIN facts f ON f.table_id = t.id AND f.row = l.row AND f.line = l.line AND f.amount_fen IS NOT NULL
CROSS JOIN columns c ON c.table_id = t.id AND c.block = f.block AND c.col = f.col AND c.role = 'money';
