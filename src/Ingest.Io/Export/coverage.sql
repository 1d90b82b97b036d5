SELECT ?2 AS document, d.sha256, d.entity, d.region_code, d.fiscal_year, d.phase, d.scope, d.state, d.pages,
       t.kind AS table_kind, count(t.id) AS tables, coalesce(sum(t.declared_empty), 0) AS declared_empty,
       coalesce(sum((SELECT count(*) FROM facts f WHERE f.table_id = t.id)), 0) AS facts,
       coalesce(sum((SELECT count(*) FROM facts f WHERE f.table_id = t.id AND f.status = 'verified')), 0) AS verified,
       coalesce(sum((SELECT count(*) FROM facts f WHERE f.table_id = t.id AND f.status = 'doubtful')), 0) AS doubtful,
       (SELECT count(*) FROM checks k WHERE k.document_id = d.id AND k.table_kind = coalesce(t.kind, '') AND k.result = 'pass') AS passed,
       (SELECT count(*) FROM checks k WHERE k.document_id = d.id AND k.table_kind = coalesce(t.kind, '') AND k.result = 'fail') AS failed,
       (SELECT count(*) FROM anomalies a WHERE a.document_id = d.id AND a.table_kind = coalesce(t.kind, '') AND a.severity = 'lost') AS lost,
       (SELECT count(*) FROM anomalies a WHERE a.document_id = d.id AND a.table_kind = coalesce(t.kind, '') AND a.severity = 'doubt') AS doubts,
       d.lost AS document_lost,
       iif(d.state = 'parsed' AND d.entity <> '' AND d.fiscal_year IS NOT NULL AND d.phase <> '', 'got', '') AS coverage,
       coalesce((SELECT min(p.source) FROM publications p WHERE p.sha256 = d.sha256), '') AS source,
       coalesce((SELECT min(l.expected_by) FROM coverage_ledger l WHERE l.sha256 = d.sha256 AND l.state = 'got'), '') AS expected_by,
       coalesce((SELECT min(l.due_on) FROM coverage_ledger l WHERE l.sha256 = d.sha256 AND l.state = 'got'), '') AS due_on,
       '' AS reason, '' AS message, coalesce((SELECT min(p.url) FROM publications p WHERE p.sha256 = d.sha256), '') AS url
FROM documents d
LEFT JOIN tables t ON t.document_id = d.id
WHERE d.id = ?1 -- filter t.kind
GROUP BY t.kind
ORDER BY min(t.ordinal)
