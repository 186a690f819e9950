-- What follows from the documents together. Every row can be worked out again from V1's tables.
-- audience: 1 what the public may know, 2 what readers of internal papers may know, 3 the same for
-- both.

-- Under which keys (title, 发文字号, session) a document is asked for; key is a hash of kind and value.
CREATE TABLE catalogue (
  key   INTEGER NOT NULL,
  doc   INTEGER NOT NULL,
  title INTEGER NOT NULL,            -- 1 where the key is a title
  PRIMARY KEY (key, doc)
) WITHOUT ROWID;
CREATE INDEX catalogue_doc ON catalogue (doc);

-- Under which keys a document's citations were looked up: whom to ask again when a key's documents
-- change.
CREATE TABLE lookup (
  key INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (key, doc)
) WITHOUT ROWID;
CREATE INDEX lookup_doc ON lookup (doc);

-- What each citation means, in the order of the document; with the sentence that proves it.
CREATE TABLE link (
  source     INTEGER NOT NULL,
  ordinal    INTEGER NOT NULL,
  audience   INTEGER NOT NULL,
  target     INTEGER,                -- where one document is meant
  candidates TEXT,                   -- ids, where several are
  wanted     TEXT,                   -- what is asked for, where none is held: as it is compared,
  name       TEXT,                   --   and as it is written
  type       TEXT NOT NULL,
  article    TEXT,
  start      INTEGER NOT NULL,
  end        INTEGER NOT NULL,
  quote      TEXT NOT NULL
);
CREATE INDEX link_source ON link (source, target, audience);
CREATE INDEX link_target ON link (target, source, audience) WHERE target IS NOT NULL;
CREATE INDEX link_wanted ON link (wanted, source, audience) WHERE wanted IS NOT NULL;

-- Texts seen from afar, for finding copies.
CREATE TABLE sketch (
  doc         INTEGER PRIMARY KEY,
  sketch      BLOB NOT NULL,
  originality TEXT NOT NULL
);
CREATE TABLE anchor (
  hash       INTEGER NOT NULL,
  doc        INTEGER NOT NULL,
  visibility INTEGER NOT NULL,
  PRIMARY KEY (hash, doc)
) WITHOUT ROWID;
CREATE INDEX anchor_doc ON anchor (doc);

-- Pairs with the same words; one < other.
CREATE TABLE same_words (
  one      INTEGER NOT NULL,
  other    INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX same_words_other ON same_words (other);

-- Copies and their originals, with the first sentence both have.
CREATE TABLE copy (
  doc      INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  original INTEGER NOT NULL,
  start    INTEGER,
  end      INTEGER,
  quote    TEXT,
  PRIMARY KEY (doc, audience)
) WITHOUT ROWID;
CREATE INDEX copy_original ON copy (original);

-- How a document stands: since when it has which status, and the history of its work (JSON).
CREATE TABLE standing (
  doc      INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  timeline TEXT NOT NULL,            -- in-force;2021-06-01=amended
  history  BLOB NOT NULL,
  PRIMARY KEY (doc, audience)
) WITHOUT ROWID;

-- A version and the one before it, with the words that tell of the amendment.
CREATE TABLE version_link (
  doc      INTEGER NOT NULL,
  audience INTEGER NOT NULL,
  former   INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  quote    TEXT NOT NULL,
  PRIMARY KEY (doc, audience)
) WITHOUT ROWID;
CREATE INDEX version_link_former ON version_link (former);

-- In whose matters a document may be a step: regions by their own name.
CREATE TABLE matter_partition (
  name TEXT NOT NULL,
  doc  INTEGER NOT NULL,
  PRIMARY KEY (name, doc)
) WITHOUT ROWID;
CREATE INDEX matter_partition_doc ON matter_partition (doc);

-- Matters as their papers tell them, JSON; with their documents and former ids.
CREATE TABLE matter (
  id        TEXT NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  draft     BLOB NOT NULL,
  PRIMARY KEY (id, audience, partition)
);
CREATE INDEX matter_of_partition ON matter (partition);
CREATE TABLE matter_document (
  doc       INTEGER NOT NULL,
  matter    TEXT NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  PRIMARY KEY (doc, matter, audience, partition)
) WITHOUT ROWID;
CREATE INDEX matter_document_partition ON matter_document (partition);
CREATE TABLE matter_former (
  former    TEXT NOT NULL,
  matter    TEXT NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  PRIMARY KEY (former, matter, audience, partition)
) WITHOUT ROWID;
CREATE INDEX matter_former_partition ON matter_former (partition);

-- What is still to be worked out again: documents, and partitions whose matters are.
CREATE TABLE stale (
  why TEXT NOT NULL,                 -- copies, group, links, work
  doc INTEGER NOT NULL,
  PRIMARY KEY (why, doc)
) WITHOUT ROWID;
CREATE TABLE stale_partition (
  name TEXT PRIMARY KEY
) WITHOUT ROWID;
