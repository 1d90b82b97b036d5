SELECT ?2 AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope,
       t.ordinal AS table_ordinal, t.kind AS table_kind, t.title, t.score, t.unit, t.unit_source, t.pages, t.rows, t.columns, t.header_rows,
       t.declared_empty, t.caption,
       (SELECT count(*) FROM facts f WHERE f.table_id = t.id) AS facts,
       (SELECT count(*) FROM facts f WHERE f.table_id = t.id AND f.amount_fen IS NOT NULL) AS amounts
FROM documents d
JOIN tables t ON t.document_id = d.id
WHERE d.id = ?1 -- filter t.kind
ORDER BY t.ordinal
