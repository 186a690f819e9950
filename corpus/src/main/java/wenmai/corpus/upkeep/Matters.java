package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.matter.Beside;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.record.MatterDraftJson;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;

/** The matters (事项) as one audience may know them. */
public final class Matters {
  private static final String DRAFTS =
      "SELECT t.draft, m.beside FROM matter m JOIN matter_draft t"
          + " ON t.partition = m.partition AND t.fingerprint = m.fingerprint ";

  private final Session session;
  private final int sight;

  /** Which of them this audience may know of. */
  private final String known;

  public Matters(Session session, Audience audience) {
    this.session = session;
    this.sight = Sight.of(audience);
    this.known = "(m.audience & ?) <> 0" + Sight.allSeen(audience, "m");
  }

  private static MatterDraft draft(Row row) {
    return Beside.read(row.bytes(2)).with(MatterDraftJson.read(row.bytes(1)));
  }

  /** All of them, by id. */
  public List<MatterDraft> all() {
    return session.list(
        DRAFTS + "WHERE " + known + " ORDER BY m.id, m.partition", Matters::draft, sight);
  }

  /** Hands out all of them, by id, one by one. */
  public void each(Consumer<MatterDraft> consumer) {
    session.each(
        DRAFTS + "WHERE " + known + " ORDER BY m.id, m.partition",
        row -> consumer.accept(draft(row)),
        sight);
  }

  /**
   * A matter as the ledger chooses it.
   *
   * @param row where it is kept
   */
  public record Line(long row, MatterGist gist) {}

  /** What the ledger chooses from, by id. */
  public List<Line> lines() {
    return session.list(
        "SELECT m.rowid, t.gist FROM matter m JOIN matter_draft t"
            + " ON t.partition = m.partition AND t.fingerprint = m.fingerprint"
            + " WHERE "
            + known
            + " ORDER BY m.id, m.partition",
        row -> new Line(row.number(1), MatterGist.read(row.bytes(2))),
        sight);
  }

  /** Some of them, in the order in which they are asked for; what is gone since is left out. */
  public List<MatterDraft> of(List<Line> lines) {
    List<MatterDraft> drafts = new ArrayList<>();
    for (Line line : lines) {
      session
          .first(
              DRAFTS + "WHERE m.rowid = ? AND m.id = ? AND " + known,
              Matters::draft,
              line.row(),
              line.gist().id(),
              sight)
          .ifPresent(drafts::add);
    }
    return drafts;
  }

  /** Those a document is part of, in full. */
  public List<MatterDraft> holding(long doc) {
    return of(doc).stream().flatMap(id -> find(id).stream()).toList();
  }

  /** By its id or a former one. */
  public Optional<MatterDraft> find(String id) {
    return session
        .first(
            DRAFTS + "WHERE m.id = ? AND " + known + " ORDER BY m.partition",
            Matters::draft,
            id,
            sight)
        .or(() -> successor(id));
  }

  private Optional<MatterDraft> successor(String former) {
    return session.first(
        DRAFTS
            + "JOIN matter_former f ON m.id = f.matter"
            + " AND m.partition = f.partition AND m.audience = f.audience"
            + " WHERE f.former = ? AND "
            + known
            + " ORDER BY m.id",
        Matters::draft,
        former,
        sight);
  }

  /** Ids of the matters a document is part of. */
  public List<String> of(long doc) {
    return session.list(
        "SELECT DISTINCT m.id FROM matter_document o JOIN matter m ON m.id = o.matter"
            + " AND m.partition = o.partition AND m.audience = o.audience WHERE o.doc = ? AND "
            + known
            + " ORDER BY m.id",
        row -> row.text(1),
        doc,
        sight);
  }

  public long count() {
    return session
        .first("SELECT count(*) FROM matter m WHERE " + known, row -> row.number(1), sight)
        .orElse(0L);
  }
}
