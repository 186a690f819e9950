package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;

/**
 * What is known of all documents beside their text (旁注表), for one audience on one day: some
 * thirteen bytes a document, sorted by the first 64 of an id's 80 bits, which among a million
 * documents are shared by two once in thirty million archives.
 */
final class SideTable implements SideValues {
  private static final Status[] STATUSES = Status.values();

  private final Object version;
  private final long[] ids;
  private final byte[] statuses;
  private final int[] citedBy;
  private final Map<Long, DocumentId> originals;

  private SideTable(
      Object version, long[] ids, byte[] statuses, int[] citedBy, Map<Long, DocumentId> originals) {
    this.version = version;
    this.ids = ids;
    this.statuses = statuses;
    this.citedBy = citedBy;
    this.originals = originals;
  }

  static SideTable read(Session session, Object version, Audience audience, LocalDate asOf) {
    int sight = Sight.of(audience);
    Map<Long, Integer> counts = new HashMap<>();
    session.each(
        "SELECT target, count(DISTINCT source) FROM link WHERE target IS NOT NULL"
            + " AND source <> target AND (audience & ?) <> 0 GROUP BY target",
        row -> counts.put(row.number(1), row.integer(2)),
        sight);
    Map<Long, DocumentId> copies = new HashMap<>();
    session.each(
        "SELECT c.doc, o.id FROM copy c JOIN document o ON o.doc = c.original"
            + " WHERE (c.audience & ?) <> 0",
        row -> copies.put(row.number(1), new DocumentId(row.text(2))),
        sight);
    Filling filling = new Filling(counts, copies, new Standings(asOf));
    session.each(
        "SELECT d.id, d.doc, "
            + Standings.COLUMNS
            + " FROM document d WHERE d.held = 1 AND (d.visibility = 0 OR ? = "
            + Sight.INTERNAL
            + ") ORDER BY d.id",
        filling::add,
        sight,
        sight);
    return filling.table(version);
  }

  private static final class Filling {
    private final Map<Long, Integer> counts;
    private final Map<Long, DocumentId> copies;
    private final Standings standings;
    private final Map<Long, DocumentId> originals = new HashMap<>();
    private long[] ids = new long[1024];
    private byte[] statuses = new byte[1024];
    private int[] citedBy = new int[1024];
    private int size;

    Filling(Map<Long, Integer> counts, Map<Long, DocumentId> copies, Standings standings) {
      this.counts = counts;
      this.copies = copies;
      this.standings = standings;
    }

    void add(Row row) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
        statuses = Arrays.copyOf(statuses, size * 2);
        citedBy = Arrays.copyOf(citedBy, size * 2);
      }
      long doc = row.number(2);
      ids[size] = first64Bits(row.text(1));
      statuses[size] = code(standings.status(row, 3));
      citedBy[size] = counts.getOrDefault(doc, 0);
      Optional.ofNullable(copies.get(doc)).ifPresent(id -> originals.put(ids[size], id));
      size++;
    }

    SideTable table(Object version) {
      return new SideTable(
          version,
          Arrays.copyOf(ids, size),
          Arrays.copyOf(statuses, size),
          Arrays.copyOf(citedBy, size),
          Map.copyOf(originals));
    }
  }

  private static byte code(Status status) {
    return (byte) List.of(STATUSES).indexOf(status);
  }

  /** Kept with the top bit turned, so that unsigned ids in order are signed numbers in order. */
  private static long first64Bits(String id) {
    return Long.parseUnsignedLong(id, 0, 16, 16) ^ Long.MIN_VALUE;
  }

  @Override
  public Object version() {
    return version;
  }

  @Override
  public Side of(DocumentId id) {
    long key = first64Bits(id.value());
    int at = Arrays.binarySearch(ids, key);
    return at < 0
        ? Side.UNKNOWN
        : new Side(STATUSES[statuses[at]], citedBy[at], Optional.ofNullable(originals.get(key)));
  }
}
