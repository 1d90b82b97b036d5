-- What is known of published budgets: documents, their tables down to the cell, facts with provenance, checks, anomalies.
--
-- Money is an INTEGER of 分 (0.01 元) beside the text as shown; never a floating-point number.
-- Boxes (x0, y0, x1, y1) are INTEGERs of 1/100 PDF point, origin at the top left of the page as displayed.
-- Rows and columns of a grid count from 0, pages and tables from 1. Times are UTC, ISO 8601.

CREATE TABLE runs (
  id             INTEGER PRIMARY KEY,
  command        TEXT NOT NULL,               -- load, check
  arguments      TEXT NOT NULL,               -- as given, one a line
  parser_version INTEGER NOT NULL,            -- of the program that ran
  started_at     TEXT NOT NULL,
  ended_at       TEXT,                        -- NULL while it runs, or when it was killed
  state          TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'interrupted', 'failed')),
  added          INTEGER NOT NULL DEFAULT 0,  -- documents parsed and stored (load), checked again (check)
  unchanged      INTEGER NOT NULL DEFAULT 0,  -- files whose content was stored already
  failed         INTEGER NOT NULL DEFAULT 0   -- files of which nothing could be read
) STRICT;

-- One row for each distinct content; the same bytes under two names are one document and two files.
-- The counts repeat what the other tables hold, so that a summary need not scan them.
CREATE TABLE documents (
  id             INTEGER PRIMARY KEY,
  sha256         TEXT NOT NULL UNIQUE,        -- of the bytes, lower-case hex
  name           TEXT NOT NULL,               -- file name when it was parsed
  bytes          INTEGER NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('parsed', 'failed')),  -- failed: not one page could be read
  parser_version INTEGER NOT NULL,            -- work of another version is done again; 0: always
  run_id         INTEGER REFERENCES runs (id),-- the run that parsed it
  entity         TEXT NOT NULL,               -- department or unit as read from the content, '' if unknown
  region_code    TEXT NOT NULL,               -- GB/T 2260, six digits, '' if unknown
  fiscal_year    INTEGER,
  phase          TEXT NOT NULL,               -- budget, final or ''
  scope          TEXT NOT NULL,               -- department, unit, government or ''
  reasons        TEXT NOT NULL,               -- why entity, year, phase and scope, one a line
  pages          INTEGER NOT NULL,
  tables         INTEGER NOT NULL,
  typed_tables   INTEGER NOT NULL,
  facts          INTEGER NOT NULL,
  amounts        INTEGER NOT NULL,            -- facts that are amounts of money
  verified       INTEGER NOT NULL,            -- facts that identities confirm
  doubtful       INTEGER NOT NULL,
  passed         INTEGER NOT NULL,            -- checks by result
  not_passed     INTEGER NOT NULL,
  unverifiable   INTEGER NOT NULL,
  lost           INTEGER NOT NULL,            -- anomalies by severity
  doubts         INTEGER NOT NULL,
  notes          INTEGER NOT NULL
) STRICT;

-- Where content was seen. A path inside an archive is archive!/entry.
CREATE TABLE files (
  path           TEXT PRIMARY KEY,            -- absolute
  name           TEXT NOT NULL,               -- last part, decoded
  container      TEXT,                        -- path of the outermost archive, NULL for a file of its own
  state          TEXT NOT NULL CHECK (state IN ('document', 'archive', 'unreadable')),
  bytes          INTEGER NOT NULL,
  modified       INTEGER NOT NULL,            -- with bytes, tells without reading whether the file changed: ticks of 100 ns since year 1
  sha256         TEXT,                        -- of a document; it may not be stored yet when a run was killed
  run_id         INTEGER REFERENCES runs (id) -- the run that read it last
) STRICT, WITHOUT ROWID;

CREATE INDEX files_sha256 ON files (sha256);
CREATE INDEX files_container ON files (container) WHERE container IS NOT NULL;

CREATE TABLE pages (
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number         INTEGER NOT NULL,
  width          INTEGER NOT NULL,            -- as displayed, 1/100 point
  height         INTEGER NOT NULL,
  glyphs         INTEGER NOT NULL,
  rulings        INTEGER NOT NULL,
  images         INTEGER NOT NULL,
  trusted        INTEGER NOT NULL CHECK (trusted IN (0, 1)),  -- 0: something went wrong while reading it
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
  id             INTEGER PRIMARY KEY,
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,            -- in reading order over the document
  kind           TEXT,                        -- e.g. expenditure_summary, NULL when untyped
  title          TEXT,                        -- the line that names it, folded
  score          REAL NOT NULL,               -- 0…1, how sure the kind is
  reasons        TEXT NOT NULL,               -- why that kind, one a line
  unit           TEXT,                        -- 元, 万元 …
  unit_fen       INTEGER,                     -- 分 in one unit
  unit_source    TEXT NOT NULL CHECK (unit_source IN ('unknown', 'own', 'header', 'siblings', 'magnitude')),
  unit_doubtful  INTEGER NOT NULL CHECK (unit_doubtful IN (0, 1)),  -- the printed unit contradicts the other tables
  rows           INTEGER NOT NULL,
  columns        INTEGER NOT NULL,
  header_rows    INTEGER NOT NULL,
  pages          TEXT NOT NULL,               -- numbers joined by commas
  caption        TEXT NOT NULL,               -- the lines above that belong to it
  notes          TEXT NOT NULL,               -- the lines below
  ruled          INTEGER NOT NULL CHECK (ruled IN (0, 1)),
  declared_empty INTEGER NOT NULL CHECK (declared_empty IN (0, 1)),  -- nothing to report, as the document says
  UNIQUE (document_id, ordinal)
) STRICT;

-- A column of the grid is one for each block that has it: forms of several projects in one table are a block each.
CREATE TABLE columns (
  table_id       INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  block          INTEGER NOT NULL,            -- 0 the only or left half, 1… further halves and forms
  col            INTEGER NOT NULL,
  path           TEXT NOT NULL,               -- the header chain as shown, joined by /
  key            TEXT,                        -- canonical meaning, e.g. current.general_public
  role           TEXT NOT NULL CHECK (role IN ('label', 'code', 'money', 'quantity', 'percent', 'ordinal', 'text')),
  unit           TEXT,                        -- only where the header names another unit than the table's
  unit_fen       INTEGER,
  PRIMARY KEY (table_id, block, col)
) STRICT, WITHOUT ROWID;

-- The name and code that the figures of a row belong to; a row of a two-sided table has one line for each side.
CREATE TABLE lines (
  table_id       INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  line           INTEGER NOT NULL,            -- counted from 0 over the table
  row            INTEGER NOT NULL,
  block          INTEGER NOT NULL,
  code_scheme    TEXT NOT NULL,               -- functional, department_economic, government_economic, unit, project, procurement or ''
  code           TEXT NOT NULL,               -- '' if the row has none
  label          TEXT NOT NULL,               -- as shown, folded, without white space
  depth          INTEGER NOT NULL,            -- in the tree of the block, 0 the total, -1 no tree
  is_total       INTEGER NOT NULL CHECK (is_total IN (0, 1)),
  is_leaf        INTEGER NOT NULL CHECK (is_leaf IN (0, 1)),
  PRIMARY KEY (table_id, line)
) STRICT, WITHOUT ROWID;

-- Every cell of every grid, blank ones too.
CREATE TABLE cells (
  table_id       INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  row            INTEGER NOT NULL,
  col            INTEGER NOT NULL,
  rowspan        INTEGER NOT NULL,
  colspan        INTEGER NOT NULL,
  text           TEXT NOT NULL,               -- what a reader reads: lines joined, glyph variants folded
  raw            TEXT,                        -- the glyphs as they come, lines by \n; NULL where equal to text
  state          TEXT,                        -- of a value cell: as in facts; NULL for headers, labels and untyped tables
  untrusted      INTEGER NOT NULL CHECK (untrusted IN (0, 1)),  -- some glyph is a guess
  indent         INTEGER NOT NULL,            -- of the first line from the left edge, 1/1000 em: tells the levels of rows
  page           INTEGER NOT NULL,
  x0             INTEGER NOT NULL,
  y0             INTEGER NOT NULL,
  x1             INTEGER NOT NULL,
  y1             INTEGER NOT NULL,
  PRIMARY KEY (table_id, row, col)
) STRICT, WITHOUT ROWID;

-- One row for each value cell of a typed table. A blank, a zero, a dash and 无 stay different.
CREATE TABLE facts (
  table_id       INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  row            INTEGER NOT NULL,
  col            INTEGER NOT NULL,
  block          INTEGER NOT NULL,            -- with col, its column
  line           INTEGER NOT NULL,            -- its label and code
  shown          TEXT NOT NULL,               -- the text
  raw            TEXT,                        -- the glyphs as they come; NULL where equal to shown
  state          TEXT NOT NULL CHECK (state IN ('value', 'blank', 'zero', 'dash', 'none', 'unreadable', 'not_applicable')),
  unit           TEXT,                        -- in force for this cell
  unit_fen       INTEGER,
  amount_fen     INTEGER,                     -- money, exact; NULL unless state is value or zero
  step_fen       INTEGER,                     -- the step it was printed to: 1000000 for whole 万元
  number         TEXT,                        -- the number as printed, exact decimal, quantities and percentages too
  rule           TEXT NOT NULL,               -- the rule that read it, '' if none
  status         TEXT NOT NULL CHECK (status IN ('unverified', 'verified', 'doubtful')),
  page           INTEGER NOT NULL,
  x0             INTEGER NOT NULL,
  y0             INTEGER NOT NULL,
  x1             INTEGER NOT NULL,
  y1             INTEGER NOT NULL,
  PRIMARY KEY (table_id, row, col),
  FOREIGN KEY (table_id, block, col) REFERENCES columns (table_id, block, col) ON DELETE CASCADE,
  FOREIGN KEY (table_id, line) REFERENCES lines (table_id, line) ON DELETE CASCADE,
  CHECK (amount_fen IS NULL OR (state IN ('value', 'zero') AND step_fen > 0))
) STRICT, WITHOUT ROWID;

-- Figures that a sentence of the explanations states.
CREATE TABLE narrative_facts (
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,            -- in reading order, from 0
  metric         TEXT NOT NULL,               -- amount, prior_amount, change_amount, growth_rate, share, completion_rate
  subject        TEXT NOT NULL,               -- the words it is said of
  sentence       TEXT NOT NULL,               -- the whole sentence, folded
  context        TEXT NOT NULL,               -- headings and statements that enclose it, outermost first, joined by /
  sentence_group INTEGER NOT NULL,            -- a statement and what is said of it share one
  shown          TEXT NOT NULL,
  unit           TEXT,
  unit_fen       INTEGER,
  amount_fen     INTEGER,                     -- money; NULL for rates
  step_fen       INTEGER,
  number         TEXT NOT NULL,               -- as printed, exact decimal; rates in per cent, negative for a decrease
  page           INTEGER NOT NULL,
  x0             INTEGER NOT NULL,
  y0             INTEGER NOT NULL,
  x1             INTEGER NOT NULL,
  y1             INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- One identity evaluated at one place.
CREATE TABLE checks (
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal        INTEGER NOT NULL,            -- from 0
  identity       TEXT NOT NULL,               -- id of the identity catalogue, e.g. S3.row
  table_kind     TEXT NOT NULL,
  table_ordinal  INTEGER NOT NULL,
  row            INTEGER NOT NULL,            -- -1 where it concerns no single row
  column_path    TEXT NOT NULL,
  left_side      TEXT NOT NULL,               -- in 元, exact decimal
  right_side     TEXT NOT NULL,
  tolerance      TEXT NOT NULL,               -- in 元: what rounding of the printed steps allows
  result         TEXT NOT NULL CHECK (result IN ('pass', 'fail', 'not_applicable', 'unverifiable')),
  cells          TEXT NOT NULL,               -- those that take part, the left side first: table:row:col, joined by spaces
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Something that a person should know of, in a document or, where there is none, about a file.
CREATE TABLE anomalies (
  id             INTEGER PRIMARY KEY,
  document_id    INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  file_path      TEXT REFERENCES files (path) ON DELETE CASCADE,
  stage          TEXT NOT NULL CHECK (stage IN ('read', 'check')),  -- anomalies of checks are replaced when checks run again
  code           TEXT NOT NULL,               -- stable id in kebab case
  severity       TEXT NOT NULL CHECK (severity IN ('lost', 'doubt', 'note')),
  origin         TEXT NOT NULL CHECK (origin IN ('publisher', 'extraction', 'unknown')),
  table_kind     TEXT NOT NULL,               -- '' where it concerns no table
  table_ordinal  INTEGER,
  page           INTEGER,
  row            INTEGER,
  col            INTEGER,
  label          TEXT NOT NULL,
  column_path    TEXT NOT NULL,
  found          TEXT NOT NULL,               -- what stands there
  expected       TEXT NOT NULL,               -- what should, '' if unknown
  message        TEXT NOT NULL,
  x0             INTEGER,
  y0             INTEGER,
  x1             INTEGER,
  y1             INTEGER,
  CHECK ((document_id IS NULL) <> (file_path IS NULL))
) STRICT;

CREATE INDEX anomalies_document ON anomalies (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX anomalies_file ON anomalies (file_path) WHERE file_path IS NOT NULL;
