-- Budgets of whole governments (scope government) have tables of their own: the tables that departments must publish are not
-- demanded of them.

DROP VIEW coverage_matrix;
DROP VIEW coverage_kinds;

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
WHERE d.scope <> 'government'
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
