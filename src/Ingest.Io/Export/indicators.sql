SELECT ?2 AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope,
       t.kind AS table_kind, t.ordinal AS table_ordinal, i.page, i.row, i.col,
       o.form, o.project_code, o.project, i.goal, i.level1, i.level2, i.name, i.period, i.year,
       i.shown, i.relation, i.value, i.upper, i.unit, i.standard, i.weight,
       i.x0 / 100.0 AS x0, i.y0 / 100.0 AS y0, i.x1 / 100.0 AS x1, i.y1 / 100.0 AS y1
FROM documents d
JOIN indicators i ON i.document_id = d.id
JOIN forms o ON o.document_id = d.id AND o.form = i.form
JOIN tables t ON t.id = o.table_id
WHERE d.id = ?1 -- filter t.kind
ORDER BY i.ordinal
