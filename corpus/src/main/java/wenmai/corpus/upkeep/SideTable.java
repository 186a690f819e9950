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

/**
 * What is known of documents beside their text (旁注表), for one audience on one day: some thirteen
 * bytes for each of which anything is known, sorted by the first 64 of an id's 80 bits, which among
 * a million documents are shared by two once in thirty million archives. Immutable.
 */
final class SideTable implements SideValues {
  private static final Status[] STATUSES = Status.values();

  private final Moment moment;
  private final Optional<Former> former;
  private final Columns columns;

  /**
   * Whose values these are, and since when.
   *
   * @param revision the archive's when they were read
   */
  record Moment(long revision, Audience audience, LocalDate asOf) {}

  /** A document and its values; nothing is known of one that is not to be seen any more. */
  record Entry(DocumentId id, Side side) {}

  /** The values, the smallest id first. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Columns(
      long[] ids, byte[] statuses, int[] citedBy, Map<Long, DocumentId> originals) {}

  private SideTable(Moment moment, Optional<Former> former, Columns columns) {
    this.moment = moment;
    this.former = former;
    this.columns = columns;
  }

  /** With these values changed. */
  SideTable with(Moment now, List<Entry> changes) {
    List<Entry> sorted =
        changes.stream()
            .sorted((one, other) -> Long.compare(key(one.id()), key(other.id())))
            .toList();
    Filling filling = new Filling(columns.ids.length + changes.size(), columns.originals);
    int from = 0;
    for (Entry change : sorted) {
      long key = key(change.id());
      int at = Arrays.binarySearch(columns.ids, key);
      int to = at < 0 ? -at - 1 : at;
      filling.copy(columns, from, to);
      filling.forget(key);
      filling.add(key, change.side());
      from = at < 0 ? to : to + 1;
    }
    filling.copy(columns, from, columns.ids.length);
    return new SideTable(
        now,
        Optional.of(new Former(moment, changes.stream().map(Entry::id).toList())),
        filling.columns());
  }

  /** Collects values, the smallest id first. */
  static final class Filling {
    private final Map<Long, DocumentId> originals;
    private long[] ids;
    private byte[] statuses;
    private int[] citedBy;
    private int size;

    Filling(int expected) {
      this(expected, Map.of());
    }

    private Filling(int expected, Map<Long, DocumentId> originals) {
      this.originals = new HashMap<>(originals);
      ids = new long[expected];
      statuses = new byte[expected];
      citedBy = new int[expected];
    }

    void add(DocumentId id, Side side) {
      add(key(id), side);
    }

    private void add(long key, Side side) {
      if (side.equals(Side.UNKNOWN)) {
        return;
      }
      if (size == ids.length) {
        int more = Math.max(1024, size * 2);
        ids = Arrays.copyOf(ids, more);
        statuses = Arrays.copyOf(statuses, more);
        citedBy = Arrays.copyOf(citedBy, more);
      }
      ids[size] = key;
      statuses[size] = (byte) List.of(STATUSES).indexOf(side.status());
      citedBy[size] = side.citedBy();
      side.duplicateOf().ifPresent(original -> originals.put(key, original));
      size++;
    }

    private void forget(long key) {
      originals.remove(key);
    }

    /** There is room: what is copied was counted beforehand. */
    private void copy(Columns source, int from, int to) {
      System.arraycopy(source.ids, from, ids, size, to - from);
      System.arraycopy(source.statuses, from, statuses, size, to - from);
      System.arraycopy(source.citedBy, from, citedBy, size, to - from);
      size += to - from;
    }

    private Columns columns() {
      return new Columns(
          Arrays.copyOf(ids, size),
          Arrays.copyOf(statuses, size),
          Arrays.copyOf(citedBy, size),
          Map.copyOf(originals));
    }

    SideTable table(Moment moment) {
      return new SideTable(moment, Optional.empty(), columns());
    }
  }

  private static long key(DocumentId id) {
    return key(Long.parseUnsignedLong(id.value(), 0, 16, 16));
  }

  /** Kept with the top bit turned, so that unsigned ids in order are signed numbers in order. */
  private static long key(long first64Bits) {
    return first64Bits ^ Long.MIN_VALUE;
  }

  int size() {
    return columns.ids.length;
  }

  @Override
  public Moment version() {
    return moment;
  }

  @Override
  public Optional<Former> former() {
    return former;
  }

  @Override
  public boolean mayKnow(long first64Bits) {
    return Arrays.binarySearch(columns.ids, key(first64Bits)) >= 0;
  }

  @Override
  public Side of(DocumentId id) {
    long key = key(id);
    int at = Arrays.binarySearch(columns.ids, key);
    return at < 0
        ? Side.UNKNOWN
        : new Side(
            STATUSES[columns.statuses[at]],
            columns.citedBy[at],
            Optional.ofNullable(columns.originals.get(key)));
  }
}
