SELECT ?2 AS document, k.identity, k.table_kind, k.table_ordinal, k.row, k.column_path,
       k.left_side AS "left", k.right_side AS "right", k.tolerance, k.result, d.sha256, k.other_sha256
FROM documents d
JOIN checks k ON k.document_id = d.id
WHERE d.id = ?1 -- filter k.table_kind
ORDER BY k.ordinal
