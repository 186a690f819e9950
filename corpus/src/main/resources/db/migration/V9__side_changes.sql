-- Which documents' side values (status, cited-by, original) have changed since when, so that a site
-- reads those alone again. Triggers, for a change that nobody noted would never be seen.

-- revision: that of the marks at which the change is to be seen; doc 0 stands for all documents.
CREATE TABLE side_change (
  doc      INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL
);
CREATE INDEX side_change_revision ON side_change (revision);

-- The revision that what is written now will be seen at.
CREATE VIEW next_revision AS
  SELECT 1 + coalesce((SELECT CAST(value AS INTEGER) FROM mark WHERE name = 'revision'), 0)
    AS revision;

CREATE TRIGGER side_of_new_document AFTER INSERT ON document BEGIN
  INSERT INTO side_change (doc, revision) SELECT NEW.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_document AFTER UPDATE OF held, visibility, status ON document
WHEN NEW.held IS NOT OLD.held OR NEW.visibility IS NOT OLD.visibility OR NEW.status IS NOT OLD.status
BEGIN
  INSERT INTO side_change (doc, revision) SELECT NEW.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_no_document AFTER DELETE ON document BEGIN
  INSERT INTO side_change (doc, revision) SELECT 0, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_new_link AFTER INSERT ON link WHEN NEW.target IS NOT NULL BEGIN
  INSERT INTO side_change (doc, revision) SELECT NEW.target, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_no_link AFTER DELETE ON link WHEN OLD.target IS NOT NULL BEGIN
  INSERT INTO side_change (doc, revision) SELECT OLD.target, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_new_copy AFTER INSERT ON copy BEGIN
  INSERT INTO side_change (doc, revision) SELECT NEW.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_no_copy AFTER DELETE ON copy BEGIN
  INSERT INTO side_change (doc, revision) SELECT OLD.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_new_standing AFTER INSERT ON standing BEGIN
  INSERT INTO side_change (doc, revision) SELECT NEW.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_no_standing AFTER DELETE ON standing BEGIN
  INSERT INTO side_change (doc, revision) SELECT OLD.doc, revision FROM next_revision WHERE true
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;

-- Both the side values of all documents and the extent of the archive are read from this alone.
CREATE INDEX document_side ON document (id, visibility, status, characters) WHERE held = 1;

-- Timelines without the histories beside them, which are many times as long.
CREATE INDEX standing_timeline ON standing (doc, audience, timeline);
