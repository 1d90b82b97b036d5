-- Identities between the documents of one entity.

ALTER TABLE checks ADD COLUMN other_sha256 TEXT;        -- the document it is compared with; NULL for identities within one
ALTER TABLE anomalies ADD COLUMN other_sha256 TEXT;     -- likewise

-- 0: documents of the entity have changed since they were compared with each other. Set with the document, so that a kill
-- in between leaves the work to the next run.
ALTER TABLE entities ADD COLUMN compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1));
CREATE INDEX entities_open ON entities (id) WHERE compared = 0;

-- A publication is what an entity published for a year and phase, in however many files: explanations here, tables there,
-- copies and corrections. One row for each file.
CREATE VIEW publication_files AS
SELECT
  d.entity_id, e.name AS entity, d.region_code, d.fiscal_year, d.phase, d.scope,
  count(*) OVER (PARTITION BY d.entity_id, d.fiscal_year, d.phase, d.scope) AS files,
  CASE
    WHEN d.typed_tables > 0 AND EXISTS (SELECT 1 FROM narrative_facts n WHERE n.document_id = d.id) THEN 'whole'
    WHEN d.typed_tables > 0 THEN 'tables'
    WHEN EXISTS (SELECT 1 FROM narrative_facts n WHERE n.document_id = d.id) THEN 'explanations'
    ELSE 'other'
  END AS part,                                -- whole, tables, explanations or other
  d.name AS document, d.sha256, d.typed_tables, d.verified, d.doubtful
FROM documents d
JOIN entities e ON e.id = d.entity_id;
