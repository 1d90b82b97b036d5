SELECT ?2 AS document, a.sha256, a.entity, a.region_code, a.region, a.province, a.fiscal_year, a.phase, a.scope, a.table_kind, a.table_name,
       a.code_scheme, a.class_code, a.class_name, a.section_code, a.code, a.label, a.period, a.measure, a.column_path,
       iif(a.amount_fen < 0, '-', '') || (abs(a.amount_fen) / 100) || printf('.%02d', abs(a.amount_fen) % 100) AS amount_yuan, a.status, a.table_ordinal, a.page, a.row, a.col,
       a.x0 / 100.0 AS x0, a.y0 / 100.0 AS y0, a.x1 / 100.0 AS x1, a.y1 / 100.0 AS y1,
       a.entity_function, a.section_name, a.code_name
FROM flat a
WHERE a.sha256 = (SELECT sha256 FROM documents WHERE id = ?1) -- filter a.table_kind a.status
ORDER BY a.table_ordinal, a.row, a.col
