-- Matters one by one: a new paper makes only those be written again of which something changed.

-- What finding a paper's matter needs of it, read from it alone.
CREATE TABLE matter_card (
  doc   INTEGER PRIMARY KEY,
  seq   INTEGER NOT NULL,            -- the journal number of the document that was read
  rules TEXT NOT NULL,               -- which rules read it
  card  BLOB NOT NULL
);

-- Matters as their papers tell them, by all that this depends on.
DROP TABLE matter;
CREATE TABLE matter_draft (
  partition   TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  gist        BLOB NOT NULL,         -- what others need to know of it
  draft       BLOB NOT NULL,         -- JSON; empty where the papers make no matter
  PRIMARY KEY (partition, fingerprint)
);

-- Who may know of which, and what stands beside it.
CREATE TABLE matter (
  id          TEXT NOT NULL,
  audience    INTEGER NOT NULL,
  partition   TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  beside      BLOB NOT NULL,
  PRIMARY KEY (id, audience, partition)
);
CREATE INDEX matter_of_partition ON matter (partition);

DROP TABLE matter_document;
CREATE TABLE matter_document (
  doc       INTEGER NOT NULL,
  matter    TEXT NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  PRIMARY KEY (doc, matter, audience, partition)
) WITHOUT ROWID;
CREATE INDEX matter_document_matter ON matter_document (partition, matter);

DROP TABLE matter_former;
CREATE TABLE matter_former (
  former    TEXT NOT NULL,
  matter    TEXT NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  PRIMARY KEY (former, matter, audience, partition)
) WITHOUT ROWID;
CREATE INDEX matter_former_matter ON matter_former (partition, matter);

DROP TABLE matter_link;
CREATE TABLE matter_link (
  source    INTEGER NOT NULL,        -- the later step
  target    INTEGER NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  matter    TEXT NOT NULL,
  type      TEXT NOT NULL,           -- follows, same-matter
  witness   INTEGER NOT NULL,        -- the document that the words are of
  start     INTEGER NOT NULL,
  end       INTEGER NOT NULL,
  quote     TEXT NOT NULL
);
CREATE INDEX matter_link_source ON matter_link (source, target, audience);
CREATE INDEX matter_link_target ON matter_link (target, source, audience);
CREATE INDEX matter_link_matter ON matter_link (partition, matter);

INSERT OR IGNORE INTO stale_partition (name) SELECT DISTINCT name FROM matter_partition;
