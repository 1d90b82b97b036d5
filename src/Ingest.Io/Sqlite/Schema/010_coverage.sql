-- What should come from portals, and what came.

-- Bodies that a portal's file expects, as of its last visit.
CREATE TABLE expected_bodies (
  source         TEXT NOT NULL REFERENCES sources (name),
  body           TEXT NOT NULL,               -- name, as its documents print it
  aliases        TEXT NOT NULL,               -- other names, one a line
  phases         TEXT NOT NULL,               -- budget, final or both, separated by a blank
  since          INTEGER NOT NULL,            -- first fiscal year
  until          INTEGER,                     -- last fiscal year, NULL if it goes on
  PRIMARY KEY (source, body)
) STRICT, WITHOUT ROWID;

-- When a portal publishes, every year, as of its last visit.
CREATE TABLE seasons (
  source         TEXT NOT NULL REFERENCES sources (name),
  phase          TEXT NOT NULL CHECK (phase IN ('budget', 'final')),
  first_day      TEXT NOT NULL,               -- 01-15
  last_day       TEXT NOT NULL,               -- the budget of Y is late after this day of Y, the final accounts of Y after that of Y + 1
  PRIMARY KEY (source, phase)
) STRICT, WITHOUT ROWID;

-- The ledger: body × fiscal year × phase at a portal, as the last run over it found it.
CREATE TABLE coverage_ledger (
  source         TEXT NOT NULL REFERENCES sources (name),
  body           TEXT NOT NULL,               -- name in the portal's file, else as its latest document prints it
  region_code    TEXT NOT NULL,
  fiscal_year    INTEGER NOT NULL,
  phase          TEXT NOT NULL CHECK (phase IN ('budget', 'final')),
  expected_by    TEXT NOT NULL CHECK (expected_by IN ('', 'portal_file', 'earlier_year')),  -- '': it came without being expected
  due_on         TEXT NOT NULL,               -- last day of its season
  state          TEXT NOT NULL CHECK (state IN ('got', 'hole', 'open')),  -- open: expected, and the season goes on
  documents      INTEGER NOT NULL,            -- that say by their content that they are this
  reason         TEXT NOT NULL CHECK (reason IN ('', 'parse_failed', 'not_a_pdf', 'fetch_failed', 'blocked', 'link_gone', 'other_document',
                   'listing_incomplete', 'not_published')),  -- of a hole
  message        TEXT NOT NULL,               -- the same in words
  url            TEXT NOT NULL,               -- that is named for it and does not give it, '' if none is
  sha256         TEXT NOT NULL,               -- of a document that is it, or of what stands in its place; '' if nothing does
  as_of          TEXT NOT NULL,               -- day, in China
  run_id         INTEGER REFERENCES runs (id),
  CHECK ((state = 'hole') = (reason <> '')),
  PRIMARY KEY (source, body, region_code, phase, fiscal_year)
) STRICT, WITHOUT ROWID;

CREATE INDEX coverage_ledger_sha256 ON coverage_ledger (sha256) WHERE sha256 <> '';

-- How many of the documents that were due came, by portal, year and phase.
CREATE VIEW coverage_by_source AS
SELECT source, fiscal_year, phase,
  sum(expected_by <> '' AND state <> 'open') AS due,
  sum(expected_by <> '' AND state = 'got') AS got,
  sum(state = 'hole') AS holes,
  sum(state = 'open') AS open,
  sum(expected_by = '') AS unexpected,
  max(as_of) AS as_of
FROM coverage_ledger
GROUP BY source, fiscal_year, phase;

-- What is missing, with the reason.
CREATE VIEW coverage_holes AS
SELECT l.source, s.title, l.body, l.region_code, l.fiscal_year, l.phase, l.expected_by, l.due_on, l.reason, l.message, l.url, l.sha256, l.as_of
FROM coverage_ledger l
JOIN sources s ON s.name = l.source
WHERE l.state = 'hole';

-- Of a page below a listing that gave no file: what it is called, and what became of it (as fetches.outcome).
ALTER TABLE visit_troubles ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE visit_troubles ADD COLUMN outcome TEXT NOT NULL DEFAULT '';

-- Addresses that could not be had because the server limits the rate (429), also where the host is left alone for that.
ALTER TABLE visits ADD COLUMN given_up_429 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hosts ADD COLUMN rate_limited INTEGER NOT NULL DEFAULT 0 CHECK (rate_limited IN (0, 1));

-- Known files and pages that were not asked for, because they have not changed for long and their turn is another night.
ALTER TABLE visits ADD COLUMN rested INTEGER NOT NULL DEFAULT 0;
ALTER TABLE crawled_pages ADD COLUMN changed_at TEXT NOT NULL DEFAULT '';  -- when these bytes came first; '': before that was written down
