package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.matter.StaffDecisions.Pair;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;

/**
 * What people decided about matters, as it is kept (人工核定记录): pairs of documents, each with whoever
 * decided last. A decision makes the matters of both documents stale.
 */
public final class MatterDecisions {
  private final Session session;

  public MatterDecisions(Session session) {
    this.session = session;
  }

  StaffDecisions all() {
    return StaffDecisions.of(pairs(1), pairs(0));
  }

  private List<Pair> pairs(int together) {
    return session.list(
        "SELECT one, other FROM matter_decision WHERE together = ? ORDER BY one, other",
        row -> new Pair(new DocumentId(row.text(1)), new DocumentId(row.text(2))),
        together);
  }

  /** They belong to one matter. */
  public void together(Pair pair, String by) {
    put(pair, 1, by);
  }

  /** They do not. */
  public void apart(Pair pair, String by) {
    put(pair, 0, by);
  }

  private void put(Pair pair, int together, String by) {
    session.update(
        "INSERT INTO matter_decision (one, other, together, by) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (one, other) DO UPDATE SET together = excluded.together,"
            + " by = excluded.by",
        pair.first().value(),
        pair.second().value(),
        together,
        by);
    touch(pair.first());
    touch(pair.second());
  }

  /** Forgets what was decided of any of these documents with whatever other; gives what it was. */
  public List<Kept> forgetAbout(Collection<DocumentId> documents) {
    List<Kept> forgotten = new ArrayList<>();
    for (DocumentId document : documents) {
      session
          .list(
              "SELECT one, other, together, by FROM matter_decision WHERE one = ? OR other = ?",
              MatterDecisions::kept,
              document.value(),
              document.value())
          .forEach(kept -> {
            forget(kept.pair());
            forgotten.add(kept);
          });
    }
    return forgotten;
  }

  /** Puts back what was forgotten. */
  public void restore(List<Kept> forgotten) {
    forgotten.forEach(kept -> put(kept.pair(), kept.together(), kept.by()));
  }

  /**
   * A decision as it is kept.
   *
   * @param together 1 where they belong together, 0 where they do not
   */
  public record Kept(Pair pair, int together, String by) {}

  private static Kept kept(Row row) {
    return new Kept(
        new Pair(new DocumentId(row.text(1)), new DocumentId(row.text(2))),
        row.integer(3),
        row.text(4));
  }

  private void forget(Pair pair) {
    int gone =
        session.update(
            "DELETE FROM matter_decision WHERE one = ? AND other = ?",
            pair.first().value(),
            pair.second().value());
    if (gone > 0) {
      touch(pair.first());
      touch(pair.second());
    }
  }

  private void touch(DocumentId id) {
    session
        .first("SELECT doc FROM document WHERE id = ?", row -> row.number(1), id.value())
        .ifPresent(new Stale(session)::addPartitionsOf);
  }
}
