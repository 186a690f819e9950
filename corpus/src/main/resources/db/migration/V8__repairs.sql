-- Repairs of texts that people undid, and what the papers read like without them.

-- Kept apart from what was read; outlives every new reading of the file.
CREATE TABLE undone_repair (
  id     TEXT NOT NULL,              -- the document's
  repair TEXT NOT NULL,              -- the repair's name (NamedRepairs)
  was    TEXT NOT NULL,              -- the beginning of the raw words, for people
  by     TEXT NOT NULL,
  PRIMARY KEY (id, repair)
) WITHOUT ROWID;

-- The records read again without the repairs that were undone. Every row follows from the record and
-- from undone_repair; where there is one, it stands in place of the record.
CREATE TABLE revision (
  doc  INTEGER PRIMARY KEY REFERENCES document (doc),
  json BLOB NOT NULL
);
