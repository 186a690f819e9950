-- Which papers of one matter follow which, with the words that show that the later one belongs to
-- it; and the citations that name a basis, for finding whose basis has changed.

CREATE TABLE matter_link (
  source    INTEGER NOT NULL,        -- the later step
  target    INTEGER NOT NULL,
  audience  INTEGER NOT NULL,
  partition TEXT NOT NULL,
  type      TEXT NOT NULL,           -- follows, same-matter
  witness   INTEGER NOT NULL,        -- the document that the words are of
  start     INTEGER NOT NULL,
  end       INTEGER NOT NULL,
  quote     TEXT NOT NULL
);
CREATE INDEX matter_link_source ON matter_link (source, target, audience);
CREATE INDEX matter_link_target ON matter_link (target, source, audience);
CREATE INDEX matter_link_partition ON matter_link (partition);

CREATE INDEX link_basis ON link (target, source, audience) WHERE type = 'basis';

-- The links of matters that are there already are made with them.
INSERT OR IGNORE INTO stale_partition (name) SELECT DISTINCT name FROM matter_partition;
