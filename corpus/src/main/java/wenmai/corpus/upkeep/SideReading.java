package wenmai.corpus.upkeep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues.Side;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;

/**
 * Reads side values (旁注读取) of all documents, or of those alone that have changed, which triggers
 * note in the table {@code side_change}.
 */
final class SideReading {
  /** Where more have changed, and one in so many, reading all of them is quicker. */
  private static final int SHARE = 5;

  private static final int FEW = 10_000;

  /** What stands for every document in {@code side_change}. */
  private static final long ALL = 0;

  private static final String CITING =
      " FROM link WHERE target IS NOT NULL AND source <> target AND (audience & ?) <> 0";
  private static final String ORIGINAL =
      " FROM copy c JOIN document o ON o.doc = c.original WHERE (c.audience & ?) <> 0";

  private final Session session;
  private final SideTable.Moment moment;
  private final Standings standings;
  private final int sight;

  SideReading(Session session, SideTable.Moment moment) {
    this.session = session;
    this.moment = moment;
    this.standings = new Standings(moment.asOf());
    this.sight = Sight.of(moment.audience());
  }

  /** The values of now, made from former ones where few have changed. */
  SideTable after(SideTable former) {
    long since = former.version().revision();
    return isLocal(since, former.size()) ? former.with(moment, changed(since)) : all();
  }

  private boolean isLocal(long since, int size) {
    boolean all =
        session
            .first(
                "SELECT 1 FROM side_change WHERE doc = ? AND revision > ?",
                row -> row.integer(1),
                ALL,
                since)
            .isPresent();
    int most = Math.max(FEW, size / SHARE);
    return !all && count(since, most + 1) <= most;
  }

  private long count(long since, int most) {
    return session
        .first(
            "SELECT count(*) FROM (SELECT 1 FROM side_change WHERE revision > ? LIMIT ?) later",
            row -> row.number(1),
            since,
            most)
        .orElse(0L);
  }

  private List<SideTable.Entry> changed(long since) {
    return session.list(
        "SELECT d.id, CASE WHEN d.held = 1 AND (d.visibility = 0 OR ? = "
            + Sight.INTERNAL
            + ") THEN 1 ELSE 0 END, (SELECT count(DISTINCT source)"
            + CITING
            + " AND target = d.doc), (SELECT o.id"
            + ORIGINAL
            + " AND c.doc = d.doc), "
            + Standings.COLUMNS
            + " FROM side_change s JOIN document d ON d.doc = s.doc WHERE s.revision > ?",
        this::entry,
        sight,
        sight,
        sight,
        sight,
        since);
  }

  private SideTable.Entry entry(Row row) {
    DocumentId id = new DocumentId(row.text(1));
    return new SideTable.Entry(
        id,
        row.integer(2) == 0
            ? Side.UNKNOWN
            : new Side(
                standings.status(row, 5), row.integer(3), row.optional(4).map(DocumentId::new)));
  }

  /** The values of every document of which anything is known. */
  SideTable all() {
    Map<Long, Integer> counts = new HashMap<>();
    session.each(
        "SELECT target, count(DISTINCT source)" + CITING + " GROUP BY target",
        row -> counts.put(row.number(1), row.integer(2)),
        sight);
    Map<Long, DocumentId> copies = new HashMap<>();
    session.each(
        "SELECT c.doc, o.id" + ORIGINAL,
        row -> copies.put(row.number(1), new DocumentId(row.text(2))),
        sight);
    SideTable.Filling filling = new SideTable.Filling(1024);
    session.each(
        "SELECT d.id, d.doc, "
            + Standings.COLUMNS
            + " FROM (SELECT doc FROM document WHERE held = 1 AND status IS NOT NULL"
            + " UNION SELECT doc FROM standing UNION SELECT doc FROM copy"
            + " UNION SELECT target FROM link WHERE target IS NOT NULL) k"
            + " CROSS JOIN document d"
            + " WHERE d.doc = k.doc AND d.held = 1 AND (d.visibility = 0 OR ? = "
            + Sight.INTERNAL
            + ") ORDER BY d.id",
        row -> {
          long doc = row.number(2);
          Status status = standings.status(row, 3);
          filling.add(
              new DocumentId(row.text(1)),
              new Side(status, counts.getOrDefault(doc, 0), Optional.ofNullable(copies.get(doc))));
        },
        sight,
        sight);
    return filling.table(moment);
  }
}
