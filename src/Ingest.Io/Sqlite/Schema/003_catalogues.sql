-- What is known beforehand: classification codes with their years, administrative divisions, kinds of tables. The program
-- brings it with it and writes it anew when it has changed.

CREATE TABLE catalogues (
  name           TEXT PRIMARY KEY,            -- codes, divisions, kinds
  version        TEXT NOT NULL                -- hash of the content that was written
) STRICT, WITHOUT ROWID;

-- Names of classification codes as observed in published budgets; a code that is missing is unknown, which is no error.
CREATE TABLE codes (
  scheme         TEXT NOT NULL,               -- functional, department_economic, government_economic
  code           TEXT NOT NULL,               -- digits: 类 3, 款 5, 项 7
  name           TEXT NOT NULL,
  parent         TEXT NOT NULL,               -- the code above it, '' for a 类
  valid_from     INTEGER,                     -- first fiscal year of the name; NULL: not known, as far back as seen
  valid_to       INTEGER,                     -- last fiscal year; NULL: it still holds
  PRIMARY KEY (scheme, code, name)
) STRICT, WITHOUT ROWID;

-- GB/T 2260, December 2015 to April 2019.
CREATE TABLE divisions (
  code           TEXT PRIMARY KEY,            -- six digits
  name           TEXT NOT NULL,               -- the latest
  prefecture     TEXT NOT NULL,               -- code of the prefecture it lies in or is; '' for a province
  province       TEXT NOT NULL                -- code of the province it lies in or is
) STRICT, WITHOUT ROWID;

CREATE TABLE kinds (
  kind           TEXT PRIMARY KEY,            -- as in tables.kind
  name           TEXT NOT NULL,               -- the usual Chinese title
  phase          TEXT NOT NULL CHECK (phase IN ('budget', 'final')),
  required       INTEGER NOT NULL CHECK (required IN (0, 1)),  -- every department has to publish it, an empty one too
  counterpart    TEXT NOT NULL                -- the kind of the other phase, '' if there is none
) STRICT, WITHOUT ROWID;

-- The code that the name of the row has below the names above it, where the table prints names only; '' otherwise. A
-- lookup in the catalogue of codes, never a reading.
ALTER TABLE lines ADD COLUMN named_code TEXT NOT NULL DEFAULT '';

-- The programs that made the PDF, as it says itself; '' if it does not.
ALTER TABLE documents ADD COLUMN creator TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN producer TEXT NOT NULL DEFAULT '';
