-- Where documents come from: portals, what was fetched from them, and every version of it.

-- Portals that were visited.
CREATE TABLE sources (
  name           TEXT PRIMARY KEY,            -- of the portal's file
  title          TEXT NOT NULL,
  region_code    TEXT NOT NULL,               -- GB/T 2260: whose budgets it publishes; a document's own region is read from its content
  verify_tls     INTEGER NOT NULL CHECK (verify_tls IN (0, 1)),  -- 0: its file allows certificates that do not verify
  last_run       INTEGER REFERENCES runs (id),-- that visited it
  complete_run   INTEGER REFERENCES runs (id) -- the last one that saw its whole listing
) STRICT, WITHOUT ROWID;

-- Contents of the store, by hash: one row however many addresses serve them. Written only when the file is on the disk.
CREATE TABLE contents (
  sha256         TEXT PRIMARY KEY,            -- the file is store/ab/cdef…
  bytes          INTEGER NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('pdf', 'zip', 'not_read')),  -- by its first bytes; not_read: kept, but nothing here reads it
  format         TEXT NOT NULL,               -- the same in words: an Excel workbook (xlsx)
  name           TEXT NOT NULL,               -- file name for people
  stored_at      TEXT NOT NULL,
  run_id         INTEGER REFERENCES runs (id)
) STRICT, WITHOUT ROWID;

-- What an address answered. The same answer again does not make a row: it confirms the last one.
CREATE TABLE fetches (
  id             INTEGER PRIMARY KEY,
  source         TEXT NOT NULL REFERENCES sources (name),
  url            TEXT NOT NULL,               -- as linked
  final_url      TEXT NOT NULL,               -- after redirects
  outcome        TEXT NOT NULL CHECK (outcome IN (
                   'stored', 'not_a_file',    -- a web page where a file should be
                   'robots', 'refused_host', 'gone', 'refused', 'too_large', 'certificate', 'timed_out', 'failed', 'host_suspended')),
  status         INTEGER,                     -- HTTP, of the last answer; NULL where none came
  message        TEXT NOT NULL,               -- why nothing was stored, '' otherwise
  etag           TEXT,
  last_modified  TEXT,
  sha256         TEXT REFERENCES contents (sha256),
  bytes          INTEGER,
  at             TEXT NOT NULL,
  run_id         INTEGER REFERENCES runs (id),
  confirmed_at   TEXT NOT NULL,               -- when the same answer (or 304) came last
  confirmed_run  INTEGER REFERENCES runs (id),
  times          INTEGER NOT NULL,            -- how often it came
  CHECK ((outcome = 'stored') = (sha256 IS NOT NULL))
) STRICT;

CREATE INDEX fetches_url ON fetches (url, id);
CREATE INDEX fetches_sha256 ON fetches (sha256) WHERE sha256 IS NOT NULL;

-- The contents that an address served, one after the other.
CREATE TABLE versions (
  url            TEXT NOT NULL,
  number         INTEGER NOT NULL,            -- from 1
  sha256         TEXT NOT NULL REFERENCES contents (sha256),
  supersedes     TEXT REFERENCES contents (sha256),  -- what the address served before, NULL for the first
  fetch_id       INTEGER NOT NULL REFERENCES fetches (id),
  compared       INTEGER NOT NULL CHECK (compared IN (0, 1)),  -- its figures were compared with those it supersedes
  PRIMARY KEY (url, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX versions_open ON versions (url) WHERE compared = 0;

-- A file where a portal publishes it. The same bytes at several places are several publications of one content.
CREATE TABLE publications (
  source         TEXT NOT NULL REFERENCES sources (name),
  url            TEXT NOT NULL,
  listing_url    TEXT NOT NULL,
  detail_url     TEXT,                        -- NULL where the listing itself links to it
  entry_title    TEXT NOT NULL,               -- as the listing has it
  detail_title   TEXT NOT NULL,
  link_text      TEXT NOT NULL,
  body_hint      TEXT NOT NULL,               -- the expected body that the titles name, '' if none: a hint, never the entity
  file_name      TEXT NOT NULL,               -- for people: by header, link and address; '' until it was fetched
  published_on   TEXT,                        -- the date that the portal prints beside it
  sha256         TEXT REFERENCES contents (sha256),  -- what it has now; NULL while nothing could be stored
  first_run      INTEGER REFERENCES runs (id),
  last_run       INTEGER REFERENCES runs (id),-- that saw it listed
  PRIMARY KEY (source, url)
) STRICT, WITHOUT ROWID;

CREATE INDEX publications_sha256 ON publications (sha256) WHERE sha256 IS NOT NULL;

-- Manners towards a host outlive the process.
CREATE TABLE hosts (
  host           TEXT PRIMARY KEY,            -- scheme and authority
  failures       INTEGER NOT NULL,            -- requests in a row that failed after all their retries
  suspensions    INTEGER NOT NULL,            -- in a row
  suspended_until TEXT,                       -- it is not asked before
  reason         TEXT NOT NULL,               -- why, '' if all is well
  robots         TEXT,                        -- its robots.txt; '' where it has none; NULL where it could not be had
  robots_at      TEXT
) STRICT, WITHOUT ROWID;

-- Pages between start and files, so that they too need only be asked whether they have changed. Their bytes lie beside the store.
CREATE TABLE crawled_pages (
  url            TEXT PRIMARY KEY,
  final_url      TEXT NOT NULL,
  content_type   TEXT NOT NULL,
  etag           TEXT,
  last_modified  TEXT,
  sha256         TEXT NOT NULL,               -- of the bytes: what lies there counts only if they match
  confirmed_at   TEXT NOT NULL,               -- when it was sent, or 304 answered
  run_id         INTEGER REFERENCES runs (id)
) STRICT, WITHOUT ROWID;

-- A visit of a portal by a run, with what it cost and brought.
CREATE TABLE visits (
  run_id         INTEGER NOT NULL REFERENCES runs (id),
  source         TEXT NOT NULL REFERENCES sources (name),
  complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),  -- nothing speaks against having seen the whole listing
  told           INTEGER,                     -- entries that the portal says it has
  entries        INTEGER NOT NULL,
  listing_pages  INTEGER NOT NULL,
  detail_pages   INTEGER NOT NULL,
  found          INTEGER NOT NULL,            -- files linked
  added          INTEGER NOT NULL,            -- addresses stored for the first time
  changed        INTEGER NOT NULL,            -- addresses with other bytes than before
  unchanged      INTEGER NOT NULL,
  done_before    INTEGER NOT NULL,            -- dealt with by the run that this one continues
  not_a_file     INTEGER NOT NULL,            -- web pages where files should be
  not_read       INTEGER NOT NULL,            -- stored, among added and changed, of kinds that are not read
  failed         INTEGER NOT NULL,
  requests       INTEGER NOT NULL,
  bytes          INTEGER NOT NULL,
  not_modified   INTEGER NOT NULL,            -- answers 304
  rate_limited   INTEGER NOT NULL,            -- answers 429
  retries        INTEGER NOT NULL,
  redirects      INTEGER NOT NULL,
  resumed        INTEGER NOT NULL,
  robots_refused INTEGER NOT NULL,            -- addresses not asked for because robots.txt forbids it
  host_suspended INTEGER NOT NULL,            -- addresses not asked for because the host is left alone
  waited_ms      INTEGER NOT NULL,            -- out of politeness
  duration_ms    INTEGER NOT NULL,
  PRIMARY KEY (run_id, source)
) STRICT, WITHOUT ROWID;

-- What a person should know about a visit.
CREATE TABLE visit_troubles (
  run_id         INTEGER NOT NULL REFERENCES runs (id),
  source         TEXT NOT NULL REFERENCES sources (name),
  ordinal        INTEGER NOT NULL,            -- from 0
  kind           TEXT NOT NULL,               -- of a listing, or the outcome of a fetch
  url            TEXT NOT NULL,
  reason         TEXT NOT NULL,
  meaning        TEXT NOT NULL,               -- for coverage, '' where it speaks for itself
  PRIMARY KEY (run_id, source, ordinal)
) STRICT, WITHOUT ROWID;

-- How long the stages of a nightly run took; the run is the one of its harvest.
CREATE TABLE run_stages (
  run_id         INTEGER NOT NULL REFERENCES runs (id),
  ordinal        INTEGER NOT NULL,
  stage          TEXT NOT NULL,               -- harvest, load, compare, report
  duration_ms    INTEGER NOT NULL,
  PRIMARY KEY (run_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Figures that a new version of a document states differently.
CREATE TABLE restatements (
  url            TEXT NOT NULL,
  number         INTEGER NOT NULL,            -- of the new version
  ordinal        INTEGER NOT NULL,            -- from 0
  entry          TEXT NOT NULL,               -- path in the archive, '' where the version is a PDF itself
  change         TEXT NOT NULL CHECK (change IN ('restated', 'added', 'removed')),
  table_kind     TEXT NOT NULL,
  code           TEXT NOT NULL,
  label          TEXT NOT NULL,               -- with the rows above it, joined by /
  column_path    TEXT NOT NULL,
  old_shown      TEXT,                        -- NULL: was not there
  new_shown      TEXT,
  old_fen        INTEGER,                     -- money, exact
  new_fen        INTEGER,
  PRIMARY KEY (url, number, ordinal),
  FOREIGN KEY (url, number) REFERENCES versions (url, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
