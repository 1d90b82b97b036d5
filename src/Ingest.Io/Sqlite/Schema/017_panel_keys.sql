-- One row for each key: a code that stands in several rows of a table (by fund, project or economic class) is added up.

DROP VIEW panel_functional;
DROP VIEW panel_economic;

-- Entity × year × functional code; leaf rows only, so that amounts of one table_kind and measure can be added up.
CREATE VIEW panel_functional AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. expenditure_summary (all money) or general_public_budget_expenditure
  substr(code, 1, 3) AS class,                -- 类
  code,                                       -- the finest that is printed, '' if neither print nor name tells it: then the label is the key
  label, period,
  measure,                                    -- total, basic, project …
  sum(amount_fen) AS amount_fen,
  CASE WHEN sum(status = 'doubtful') THEN 'doubtful' WHEN sum(status = 'unverified') THEN 'unverified' ELSE 'verified' END AS status,  -- of the least sure of them
  gap_fen, document, sha256, table_ordinal, page,
  min(row) AS row,                            -- the first of them: label, page and col are its own
  col, entity_function,
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = substr(a.code, 1, 3)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,  -- standard names in that year
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = substr(a.code, 1, 5)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS section_name,  -- 款
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = a.code
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name,
  count(*) AS rows                            -- of the table that make the amount
FROM amounts a
WHERE row_scheme = 'functional' AND is_leaf = 1 AND preferred AND measure IS NOT NULL
GROUP BY entity_id, entity, region_code, fiscal_year, phase, scope, table_kind, entity_function, document_id, table_id, code, iif(code = '', label, ''), period, measure;

-- The same by economic code.
CREATE VIEW panel_economic AS
SELECT
  entity_id, entity, region_code, fiscal_year, phase, scope,
  table_kind,                                 -- e.g. general_public_budget_basic_expenditure
  row_scheme AS code_scheme,                  -- department_economic (30x) or government_economic (50x)
  substr(code, 1, 3) AS class, code, label, period,
  measure,                                    -- total, personnel, operating, basic, project …
  sum(amount_fen) AS amount_fen,
  CASE WHEN sum(status = 'doubtful') THEN 'doubtful' WHEN sum(status = 'unverified') THEN 'unverified' ELSE 'verified' END AS status,
  gap_fen, document, sha256, table_ordinal, page, min(row) AS row, col, entity_function,
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.row_scheme AND c.code = substr(a.code, 1, 3)
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,  -- standard names in that year
  coalesce((SELECT c.name FROM codes c WHERE c.scheme = a.row_scheme AND c.code = a.code
    AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name,
  count(*) AS rows
FROM amounts a
WHERE row_scheme IN ('department_economic', 'government_economic') AND is_leaf = 1 AND preferred AND measure IS NOT NULL
GROUP BY entity_id, entity, region_code, fiscal_year, phase, scope, table_kind, row_scheme, entity_function, document_id, table_id, code, iif(code = '', label, ''), period, measure;
