-- Files that could not be taken in, as the last run over their folder found them. A few hundred at
-- most, for the page that shows how the archive fares; a run's own report names all of them.
CREATE TABLE refused_file (
  path   TEXT NOT NULL,
  given  TEXT NOT NULL,              -- the file or folder that the run was given
  code   TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (given, path)
) WITHOUT ROWID;
