SELECT '' AS document, l.sha256, l.body AS entity, l.region_code, l.fiscal_year, l.phase, '' AS scope, '' AS state, NULL AS pages,
       NULL AS table_kind, 0 AS tables, 0 AS declared_empty, 0 AS facts, 0 AS verified, 0 AS doubtful, 0 AS passed, 0 AS failed, 0 AS lost, 0 AS doubts,
       NULL AS document_lost,
       l.state AS coverage, l.source, l.expected_by, l.due_on, l.reason, l.message, l.url
FROM coverage_ledger l
WHERE l.state <> 'got'
ORDER BY l.source, l.body, l.region_code, l.phase, l.fiscal_year
