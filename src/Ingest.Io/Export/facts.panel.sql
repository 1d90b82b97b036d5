SELECT entity, region_code, fiscal_year, phase, scope, table_kind, class_code, code, label, total_yuan, basic_yuan, personnel_yuan, operating_yuan, project_yuan, status, document, sha256, table_ordinal, page,
       entity_function, class_name, code_name
FROM (
SELECT a.entity, a.region_code, a.fiscal_year, a.phase, a.scope, a.table_kind, substr(a.code, 1, 3) AS class_code, a.code, a.label,
       iif(sum(iif(a.measure = 'total', a.amount_fen, NULL)) < 0, '-', '') || (abs(sum(iif(a.measure = 'total', a.amount_fen, NULL))) / 100) || printf('.%02d', abs(sum(iif(a.measure = 'total', a.amount_fen, NULL))) % 100) AS total_yuan,
       iif(sum(iif(a.measure = 'basic', a.amount_fen, NULL)) < 0, '-', '') || (abs(sum(iif(a.measure = 'basic', a.amount_fen, NULL))) / 100) || printf('.%02d', abs(sum(iif(a.measure = 'basic', a.amount_fen, NULL))) % 100) AS basic_yuan,
       iif(sum(iif(a.measure = 'basic.personnel', a.amount_fen, NULL)) < 0, '-', '') || (abs(sum(iif(a.measure = 'basic.personnel', a.amount_fen, NULL))) / 100) || printf('.%02d', abs(sum(iif(a.measure = 'basic.personnel', a.amount_fen, NULL))) % 100) AS personnel_yuan,
       iif(sum(iif(a.measure = 'basic.operating', a.amount_fen, NULL)) < 0, '-', '') || (abs(sum(iif(a.measure = 'basic.operating', a.amount_fen, NULL))) / 100) || printf('.%02d', abs(sum(iif(a.measure = 'basic.operating', a.amount_fen, NULL))) % 100) AS operating_yuan,
       iif(sum(iif(a.measure = 'project', a.amount_fen, NULL)) < 0, '-', '') || (abs(sum(iif(a.measure = 'project', a.amount_fen, NULL))) / 100) || printf('.%02d', abs(sum(iif(a.measure = 'project', a.amount_fen, NULL))) % 100) AS project_yuan,
       CASE WHEN sum(a.status = 'doubtful') THEN 'doubtful' WHEN sum(a.status = 'unverified') THEN 'unverified' ELSE 'verified' END AS status, ?2 AS document, a.sha256, a.table_ordinal,
       a.page, min(a.row) AS row, a.entity_function,
       coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = substr(a.code, 1, 3) AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS class_name,
       coalesce((SELECT c.name FROM codes c WHERE c.scheme = 'functional' AND c.code = a.code AND coalesce(c.valid_from, 0) <= coalesce(a.fiscal_year, 9999) AND coalesce(c.valid_to, 9999) >= coalesce(a.fiscal_year, 9999) ORDER BY c.name LIMIT 1), '') AS code_name
FROM amounts a
WHERE a.document_id = ?1 AND a.row_scheme = 'functional' AND a.is_leaf = 1 AND a.preferred AND a.period = 'current' AND a.measure IS NOT NULL
GROUP BY a.table_ordinal, a.code, iif(a.code = '', a.label, '')
) WHERE 1 -- filter table_kind status
ORDER BY table_ordinal, row
