-- A body is sought by its name before tables are read: in GROUP BY, SQLite takes `entity` for the column of documents, not for
-- the name that the view shows.

DROP VIEW procurement_lines;

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
GROUP BY d.entity_id, coalesce(e.name, d.entity), d.region_code, d.fiscal_year, d.phase, d.scope, t.kind, l.code, t.id, l.line;
