-- What people decided on showing a document, completed.

-- What stood before a withdrawal: the tombstone is for those who could see the document.
ALTER TABLE publication ADD COLUMN former TEXT;

-- Warnings that keep a document from the public and that a person has looked at and let pass.
CREATE TABLE clearance (
  id   TEXT NOT NULL,                -- the document's
  code TEXT NOT NULL,                -- the warning's
  by   TEXT NOT NULL,
  PRIMARY KEY (id, code)
) WITHOUT ROWID;
