-- Performance forms, their indicators, and the mark of cells with names and telephone numbers of persons.

-- A form with goals: a table, a part of a table, or the rows of one project in a list. Its funding is among the facts of
-- these rows.
CREATE TABLE forms (
  document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  form           INTEGER NOT NULL,            -- counted from 0 over the document
  table_id       INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
  first_row      INTEGER NOT NULL,            -- rows of the grid that belong to it
  last_row       INTEGER NOT NULL,
  project        TEXT NOT NULL,               -- name, folded; '' for the form of a whole department
  project_code   TEXT NOT NULL,               -- '' if none is printed
  year           INTEGER,                     -- from its own title, else of the document
  PRIMARY KEY (document_id, form)
) STRICT, WITHOUT ROWID;

CREATE INDEX forms_table ON forms (table_id);

-- One row for each value: an indicator with columns for three years has three.
CREATE TABLE indicators (
  document_id    INTEGER NOT NULL,
  ordinal        INTEGER NOT NULL,            -- in reading order, from 0
  form           INTEGER NOT NULL,
  row            INTEGER NOT NULL,            -- of the value
  col            INTEGER NOT NULL,
  goal           TEXT NOT NULL,               -- the goal or activity it belongs to where the form has several
  level1         TEXT NOT NULL,               -- 产出指标, 效益指标 …; '' where not shown
  level2         TEXT NOT NULL,               -- 数量指标, 质量指标 …
  name           TEXT NOT NULL,               -- what is measured
  period         TEXT NOT NULL,               -- header of the column: 指标值, 2022年, 预期当年实现值
  year           INTEGER,                     -- that the value is for; NULL for goals of several years
  shown          TEXT NOT NULL,               -- relation, number and measure word as a reader reads them
  relation       TEXT NOT NULL CHECK (relation IN ('', '≥', '≤', '>', '<', '=', 'range', 'text', 'none', 'unreadable')),  -- '': a bare number
  value          TEXT,                        -- exact decimal as printed; the lower bound of a range
  upper          TEXT,                        -- the upper bound of a range
  unit           TEXT NOT NULL,               -- %, 次, 万元/项目 …; '' if none is shown
  standard       TEXT NOT NULL,               -- what stands under 绩效标准
  weight         TEXT,                        -- points or per cent of the whole, as printed
  page           INTEGER NOT NULL,
  x0             INTEGER NOT NULL,
  y0             INTEGER NOT NULL,
  x1             INTEGER NOT NULL,
  y1             INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal),
  FOREIGN KEY (document_id, form) REFERENCES forms (document_id, form) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX indicators_form ON indicators (document_id, form);

-- 1: the name or telephone number of a person; exports leave it out unless asked.
ALTER TABLE cells ADD COLUMN personal INTEGER NOT NULL DEFAULT 0 CHECK (personal IN (0, 1));
