-- A row that is changed where it stands changes side values as much as one that comes or goes.

CREATE TRIGGER side_of_link AFTER UPDATE ON link BEGIN
  INSERT INTO side_change (doc, revision)
    SELECT doc, revision FROM next_revision, (SELECT OLD.target AS doc UNION SELECT NEW.target)
    WHERE doc IS NOT NULL
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_copy AFTER UPDATE ON copy BEGIN
  INSERT INTO side_change (doc, revision)
    SELECT doc, revision FROM next_revision, (SELECT OLD.doc AS doc UNION SELECT NEW.doc)
    WHERE doc IS NOT NULL
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
CREATE TRIGGER side_of_standing AFTER UPDATE ON standing BEGIN
  INSERT INTO side_change (doc, revision)
    SELECT doc, revision FROM next_revision, (SELECT OLD.doc AS doc UNION SELECT NEW.doc)
    WHERE doc IS NOT NULL
    ON CONFLICT (doc) DO UPDATE SET revision = excluded.revision;
END;
