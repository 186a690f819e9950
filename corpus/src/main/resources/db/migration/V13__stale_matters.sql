-- Whose matters are to be looked at again, and for which papers: so that only what hangs together
-- with those is. A paper that is marked again gets another rowid. 0 stands for all papers.

CREATE TABLE stale_matter (
  partition TEXT NOT NULL,
  doc       INTEGER NOT NULL,
  PRIMARY KEY (partition, doc)
);
INSERT INTO stale_matter (partition, doc) SELECT name, 0 FROM stale_partition;
DROP TABLE stale_partition;
