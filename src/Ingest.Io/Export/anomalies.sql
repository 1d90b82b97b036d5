SELECT ?2 AS document, d.sha256, a.code, a.severity, a.origin, a.table_kind, a.table_ordinal, a.page, a.row, a.col,
       a.label, a.column_path, a.found, a.expected, a.message,
       a.x0 / 100.0 AS x0, a.y0 / 100.0 AS y0, a.x1 / 100.0 AS x1, a.y1 / 100.0 AS y1, a.other_sha256, a.message_zh
FROM documents d
JOIN anomalies a ON a.document_id = d.id
WHERE d.id = ?1 -- filter a.table_kind
ORDER BY a.id
