SELECT ?2 AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope,
       n.page, n.metric, n.subject, n.shown, n.unit,
       iif(n.amount_fen < 0, '-', '') || (abs(n.amount_fen) / 100) || printf('.%02d', abs(n.amount_fen) % 100) AS amount_yuan,
       n.number, n.sentence_group, n.context, n.sentence,
       n.x0 / 100.0 AS x0, n.y0 / 100.0 AS y0, n.x1 / 100.0 AS x1, n.y1 / 100.0 AS y1
FROM documents d
JOIN narrative_facts n ON n.document_id = d.id
WHERE d.id = ?1
ORDER BY n.ordinal
