-- Where the characters of a figure come from: pages that are pictures are read by recognition.
ALTER TABLE facts ADD COLUMN source TEXT NOT NULL DEFAULT 'text' CHECK (source IN ('text', 'layer', 'picture', 'unsure'));  -- text of the document; recognised, and the invisible layer agrees; recognised; recognised, not for sure
