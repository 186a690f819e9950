package wenmai.corpus.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;

/** What ought to be there (清点): the originals and records that the tables tell of. */
public final class Holdings {
  /** Tables of what people decided on documents. */
  private static final List<String> DECISIONS =
      List.of("correction", "publication", "clearance", "undone_repair");

  private final Session session;

  public Holdings(Session session) {
    this.session = session;
  }

  /** What the database finds wrong with its tables, in its words; nothing where all is well. */
  public List<String> damage() {
    return session.damage();
  }

  /** Hashes of all originals that documents have, those of withdrawn ones too, in order. */
  public List<String> originals() {
    return session.list(
        "SELECT DISTINCT original FROM document WHERE original IS NOT NULL ORDER BY original",
        row -> row.text(1));
  }

  /** Whether the bytes of a record are those that were written. */
  public boolean isRecordWhole(long doc) {
    return session
        .first(
            "SELECT json, sha256 FROM record WHERE doc = ?",
            row -> Arrays.equals(Originals.sha256().digest(row.bytes(1)), row.bytes(2)),
            doc)
        .orElse(false);
  }

  /** Where files with these bytes were found last: root and path. */
  public List<Register.Place> places(String sha256) {
    return session.list(
        "SELECT root, path FROM file WHERE sha256 = ? ORDER BY root, path",
        row -> new Register.Place(row.text(1), SortablePath.read(row.text(2))),
        sha256);
  }

  /**
   * Makes the next intake read the file of this document again, whatever it looks like.
   *
   * @return whether it has one
   */
  public boolean forgetFileOf(String id) {
    return session.update(
            "UPDATE file SET sha256 = '', modified = 0 WHERE file ="
                + " (SELECT f.file FROM file_document f JOIN document d USING (doc) WHERE d.id = ?)",
            id)
        > 0;
  }

  /**
   * Forgets withdrawn documents altogether: no tombstone answers for them any more. Their numbers
   * in the journal stay, so that those of others go on growing.
   *
   * @return hashes of originals that no document has any more
   */
  public List<String> forget(List<DocumentId> ids) {
    Set<String> unused = new TreeSet<>();
    for (DocumentId id : ids) {
      Optional<DocumentRow> row = new Documents(session).row(id).filter(found -> !found.isHeld());
      row.ifPresent(gone -> {
        gone.original().ifPresent(unused::add);
        session.update("DELETE FROM revision WHERE doc = ?", gone.doc());
        session.update("DELETE FROM record WHERE doc = ?", gone.doc());
        session.update("DELETE FROM document WHERE doc = ?", gone.doc());
        for (String decisions : DECISIONS) {
          session.update("DELETE FROM " + decisions + " WHERE id = ?", id.value());
        }
      });
    }
    unused.removeAll(originals());
    return List.copyOf(unused);
  }

  /** How many documents are held. */
  public long documents() {
    return session
        .first("SELECT count(*) FROM document WHERE held = 1", row -> row.number(1))
        .orElse(0L);
  }

  /** How many have been withdrawn and keep their page. */
  public long withdrawn() {
    return session
        .first("SELECT count(*) FROM document WHERE held = 0", row -> row.number(1))
        .orElse(0L);
  }

  /** How many originals there are, those of withdrawn documents too. */
  public long originalsInAll() {
    return session
        .first("SELECT count(DISTINCT original) FROM document", row -> row.number(1))
        .orElse(0L);
  }
}
