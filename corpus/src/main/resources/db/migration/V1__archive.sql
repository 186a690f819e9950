-- The archive's truth: what was taken in, its records, and what people decided about it.
-- Derived tables come with V2; every row of theirs follows from these.

-- Marks of the archive as a whole.
CREATE TABLE mark (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a document, as it stands now: the record with what people corrected. Withdrawn documents
-- keep theirs. doc is for joins within this file alone; nothing outside ever sees or sorts by it.
CREATE TABLE document (
  doc         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  seq         INTEGER NOT NULL,      -- journal number of its last change
  held        INTEGER NOT NULL,      -- 1 held, 0 withdrawn
  visibility  INTEGER NOT NULL,      -- 0 public, 1 internal
  withdrawn   TEXT,                  -- the day
  external_id TEXT,
  parent      TEXT,
  original    TEXT,                  -- SHA-256 of the bytes held for it; null where none are
  title       TEXT,
  kind        TEXT NOT NULL,
  authority   TEXT NOT NULL,
  number      TEXT,
  organ       TEXT,
  region      TEXT,                  -- with those above it, 槐南省/棠州市
  date        TEXT,
  session     TEXT,
  effective   TEXT,
  repealed    TEXT,
  status      TEXT,                  -- as stated from outside
  characters  INTEGER NOT NULL
);
CREATE INDEX document_external ON document (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX document_parent ON document (parent) WHERE parent IS NOT NULL;
CREATE INDEX document_original ON document (original) WHERE original IS NOT NULL;

-- Records as they were read, compressed JSON (PaperRecord), with the SHA-256 of these bytes.
CREATE TABLE record (
  doc    INTEGER PRIMARY KEY REFERENCES document (doc),
  json   BLOB NOT NULL,
  sha256 BLOB NOT NULL
);

-- Every change to a document, in order. The index carries the last number it holds.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  act TEXT NOT NULL,                 -- accept, withdraw, correct, publish
  doc INTEGER NOT NULL REFERENCES document (doc),
  at  TEXT NOT NULL                  -- for people; the order is seq's
);

-- Files as they were when they were taken in.
CREATE TABLE file (
  file     INTEGER PRIMARY KEY,
  root     TEXT NOT NULL,
  path     TEXT NOT NULL,            -- written so that it sorts as Java does (SortablePath)
  bytes    INTEGER NOT NULL,
  modified INTEGER NOT NULL,         -- milliseconds since 1970
  sha256   TEXT NOT NULL,
  UNIQUE (root, path)
);
CREATE INDEX file_content ON file (sha256);

-- The documents of each file; one document belongs to one file.
CREATE TABLE file_document (
  doc     INTEGER PRIMARY KEY REFERENCES document (doc),
  file    INTEGER NOT NULL REFERENCES file (file),
  ordinal INTEGER NOT NULL
);
CREATE INDEX file_document_file ON file_document (file, ordinal);

-- What people set in place of what was read; outlives every new reading of the file.
CREATE TABLE correction (
  id    TEXT NOT NULL,               -- the document's
  fact  TEXT NOT NULL,
  value TEXT,                        -- printed; null says that there is none
  by    TEXT NOT NULL,
  PRIMARY KEY (id, fact)
) WITHOUT ROWID;

-- What people decided about showing a document: internal, reviewed, public, withdrawn.
CREATE TABLE publication (
  id    TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  by    TEXT NOT NULL
) WITHOUT ROWID;

-- What people decided about matters: two documents that belong to one, or that do not.
CREATE TABLE matter_decision (
  one      TEXT NOT NULL,
  other    TEXT NOT NULL,
  together INTEGER NOT NULL,         -- 1 they belong together, 0 they do not
  by       TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- What people did, each entry chained to the one before by its hash. Never changed, never deleted.
CREATE TABLE audit (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  act     TEXT NOT NULL,
  subject TEXT NOT NULL,
  before  TEXT,
  after   TEXT,
  hash    TEXT NOT NULL
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
