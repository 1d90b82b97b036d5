SELECT ?2 AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope,
       t.kind AS table_kind, t.ordinal AS table_ordinal, f.page, f.row, f.col,
       l.code_scheme, l.code, l.label, c.path AS column_path, c.key AS column_key, f.shown, f.unit,
       iif(f.amount_fen < 0, '-', '') || (abs(f.amount_fen) / 100) || printf('.%02d', abs(f.amount_fen) % 100) AS amount_yuan,
       f.state AS value_state, l.is_total, l.is_leaf, f.status,
       f.x0 / 100.0 AS x0, f.y0 / 100.0 AS y0, f.x1 / 100.0 AS x1, f.y1 / 100.0 AS y1,
       c.role AS column_role, f.number, f.step_fen, f.rule, f.source
FROM documents d
JOIN tables t ON t.document_id = d.id
JOIN facts f ON f.table_id = t.id
JOIN columns c ON c.table_id = f.table_id AND c.block = f.block AND c.col = f.col
JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
WHERE d.id = ?1 -- filter t.kind f.status
ORDER BY t.ordinal, f.row, f.col
