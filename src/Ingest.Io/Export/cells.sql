SELECT ?2 AS document, d.sha256, t.ordinal AS table_ordinal, t.kind AS table_kind, c.page, c.row, c.col, c.rowspan, c.colspan,
       iif(c.personal > ?3, '', c.text) AS text, iif(c.personal > ?3, '', coalesce(c.raw, c.text)) AS raw, c.state AS value_state, c.untrusted,
       c.x0 / 100.0 AS x0, c.y0 / 100.0 AS y0, c.x1 / 100.0 AS x1, c.y1 / 100.0 AS y1, c.personal
FROM documents d
JOIN tables t ON t.document_id = d.id
JOIN cells c ON c.table_id = t.id
WHERE d.id = ?1 -- filter t.kind
ORDER BY t.ordinal, c.row, c.col
