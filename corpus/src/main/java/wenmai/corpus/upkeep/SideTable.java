package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;

/**
 * What is known of documents beside their text (旁注表), for one audience on one day: some fifteen
 * bytes for each of which anything is known, sorted by id. An author can make two papers whose ids
 * share the first 64 of their 80 bits, so whole ids are compared. Immutable.
 */
final class SideTable implements SideValues {
  private static final Status[] STATUSES = Status.values();
  private static final int HEAD_DIGITS = 16;

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

  /**
   * The values, the smallest id first.
   *
   * @param heads the first 64 bits of ids, the top bit turned
   * @param tails the other 16 bits
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Columns(
      long[] heads,
      char[] tails,
      byte[] statuses,
      int[] citedBy,
      Map<DocumentId, DocumentId> originals) {

    int size() {
      return heads.length;
    }

    /** Where a document stands; where it would, below zero by one more, if it does not. */
    int find(DocumentId id) {
      long head = head(id);
      char tail = tail(id);
      int at = Arrays.binarySearch(heads, head);
      if (at < 0) {
        return at;
      }
      while (at > 0 && heads[at - 1] == head) {
        at--;
      }
      while (at < heads.length && heads[at] == head && tails[at] < tail) {
        at++;
      }
      return at < heads.length && heads[at] == head && tails[at] == tail ? at : -at - 1;
    }
  }

  private SideTable(Moment moment, Optional<Former> former, Columns columns) {
    this.moment = moment;
    this.former = former;
    this.columns = columns;
  }

  /** With these values changed. */
  SideTable with(Moment now, List<Entry> changes) {
    List<Entry> sorted = changes.stream().sorted(Comparator.comparing(Entry::id)).toList();
    Filling filling = new Filling(columns.size() + changes.size(), columns.originals);
    int from = 0;
    for (Entry change : sorted) {
      int at = columns.find(change.id());
      int to = at < 0 ? -at - 1 : at;
      filling.copy(columns, from, to);
      filling.forget(change.id());
      filling.add(change.id(), change.side());
      from = at < 0 ? to : to + 1;
    }
    filling.copy(columns, from, columns.size());
    return new SideTable(
        now,
        changes.size() > Former.MOST
            ? Optional.empty()
            : Optional.of(new Former(moment, changes.stream().map(Entry::id).toList())),
        filling.columns());
  }

  /** Collects values, the smallest id first. */
  static final class Filling {
    private final Map<DocumentId, DocumentId> originals;
    private long[] heads;
    private char[] tails;
    private byte[] statuses;
    private int[] citedBy;
    private int size;

    Filling(int expected) {
      this(expected, Map.of());
    }

    private Filling(int expected, Map<DocumentId, DocumentId> originals) {
      this.originals = new HashMap<>(originals);
      heads = new long[expected];
      tails = new char[expected];
      statuses = new byte[expected];
      citedBy = new int[expected];
    }

    void add(DocumentId id, Side side) {
      if (side.equals(Side.UNKNOWN)) {
        return;
      }
      if (size == heads.length) {
        int more = Math.max(1024, size * 2);
        heads = Arrays.copyOf(heads, more);
        tails = Arrays.copyOf(tails, more);
        statuses = Arrays.copyOf(statuses, more);
        citedBy = Arrays.copyOf(citedBy, more);
      }
      heads[size] = head(id);
      tails[size] = tail(id);
      statuses[size] = (byte) List.of(STATUSES).indexOf(side.status());
      citedBy[size] = side.citedBy();
      side.duplicateOf().ifPresent(original -> originals.put(id, original));
      size++;
    }

    private void forget(DocumentId id) {
      originals.remove(id);
    }

    /** There is room: what is copied was counted beforehand. */
    private void copy(Columns source, int from, int to) {
      System.arraycopy(source.heads, from, heads, size, to - from);
      System.arraycopy(source.tails, from, tails, size, to - from);
      System.arraycopy(source.statuses, from, statuses, size, to - from);
      System.arraycopy(source.citedBy, from, citedBy, size, to - from);
      size += to - from;
    }

    private Columns columns() {
      return new Columns(
          Arrays.copyOf(heads, size),
          Arrays.copyOf(tails, size),
          Arrays.copyOf(statuses, size),
          Arrays.copyOf(citedBy, size),
          Map.copyOf(originals));
    }

    SideTable table(Moment moment) {
      return new SideTable(moment, Optional.empty(), columns());
    }
  }

  private static long head(DocumentId id) {
    return signed(Long.parseUnsignedLong(id.value(), 0, HEAD_DIGITS, 16));
  }

  private static char tail(DocumentId id) {
    return (char) Integer.parseInt(id.value(), HEAD_DIGITS, id.value().length(), 16);
  }

  /** With the top bit turned: unsigned numbers in order are signed ones in order. */
  private static long signed(long first64Bits) {
    return first64Bits ^ Long.MIN_VALUE;
  }

  int size() {
    return columns.size();
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
    return Arrays.binarySearch(columns.heads, signed(first64Bits)) >= 0;
  }

  @Override
  public Side of(DocumentId id) {
    int at = columns.find(id);
    return at < 0
        ? Side.UNKNOWN
        : new Side(
            STATUSES[columns.statuses[at]],
            columns.citedBy[at],
            Optional.ofNullable(columns.originals.get(id)));
  }
}
