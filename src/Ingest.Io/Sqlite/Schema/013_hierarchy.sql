-- Which row a row is part of, so that checks, leaves and panels all mean the same.
ALTER TABLE lines ADD COLUMN parent INTEGER NOT NULL DEFAULT -1;  -- line of the row that it is part of, -1 for none
ALTER TABLE lines ADD COLUMN share TEXT NOT NULL DEFAULT 'none'
  CHECK (share IN ('none', 'addend', 'open', 'part'));            -- addend: with its siblings it makes the parent; open: whether all are listed is not known; part: 其中
