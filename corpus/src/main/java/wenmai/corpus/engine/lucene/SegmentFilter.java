package wenmai.corpus.engine.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.EngineRequest.Narrowing;
import wenmai.corpus.search.FacetName;

/**
 * The chosen filters on one segment (筛选). Says of a document which facets it fails, for a document
 * that fails one alone still counts under that one.
 */
final class SegmentFilter {
  /** Out of the dates: no hit, and not counted anywhere. */
  static final int REJECTED = -1;

  private final SegmentColumns columns;
  private final SegmentSides sides;
  private final List<Chosen> chosen = new ArrayList<>();
  private final Set<Status> statuses = EnumSet.allOf(Status.class);
  private final long from;
  private final long to;

  SegmentFilter(SegmentColumns columns, SegmentSides sides, Narrowing narrowing) {
    this.columns = columns;
    this.sides = sides;
    from = narrowing.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    to = narrowing.to().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    narrowing.filters().forEach(this::choose);
  }

  private void choose(FacetName facet, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    if (facet == FacetName.STATUS) {
      statuses.removeIf(status -> !values.contains(status.key()));
      return;
    }
    FacetColumn column = columns.facet(facet);
    Set<String> wanted = new HashSet<>(values);
    boolean[] accepted = new boolean[column.names().size()];
    for (int i = 0; i < accepted.length; i++) {
      String name = column.names().get(i);
      accepted[i] = wanted.contains(name) || wanted.contains(ownName(facet, name));
    }
    chosen.add(new Chosen(FacetBits.of(facet), column, accepted));
  }

  /** A region may be asked for by its own name, without those above it. */
  private static String ownName(FacetName facet, String name) {
    return facet == FacetName.REGION ? name.substring(name.lastIndexOf('/') + 1) : name;
  }

  /** A bit for each facet whose filter this document does not pass, or {@link #REJECTED}. */
  int failed(int ordinal) {
    int day = columns.day(ordinal);
    boolean bounded = from != Long.MIN_VALUE || to != Long.MAX_VALUE;
    if (bounded && (day == SegmentColumns.UNDATED || day < from || day > to)) {
      return REJECTED;
    }
    int failed = 0;
    for (Chosen facet : chosen) {
      if (!facet.column.hasAny(ordinal, facet.accepted)) {
        failed |= facet.bit;
      }
    }
    if (!statuses.contains(sides.status(ordinal))) {
      failed |= FacetBits.of(FacetName.STATUS);
    }
    return failed;
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Chosen(int bit, FacetColumn column, boolean[] accepted) {}
}
