-- Whether row, column and unit of a figure were sure when it was read: what is not stays doubtful when checks run again.
ALTER TABLE facts ADD COLUMN placing INTEGER NOT NULL DEFAULT 0 CHECK (placing IN (0, 1, 2));  -- 0 sure, 1 unsure, 2 may belong to another row or column
