SELECT ?2 AS document, a.sha256, a.entity, a.region_code, a.fiscal_year, a.phase, a.scope, a.table_kind, a.table_ordinal, a.page, a.row, a.col,
       a.code_scheme, a.code, a.label, a.period, a.measure, a.column_path, iif(a.amount_fen < 0, '-', '') || (abs(a.amount_fen) / 100) || printf('.%02d', abs(a.amount_fen) % 100) AS amount_yuan,
       a.is_total, a.is_leaf, a.preferred, a.status
FROM amounts a
WHERE a.document_id = ?1 -- filter a.table_kind a.status
ORDER BY a.table_ordinal, a.row, a.col
