package wenmai.corpus.engine.lucene;

import java.util.HashMap;
import java.util.Map;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;

/** {@link SideValues} of one segment's documents as arrays (旁注列). Immutable. */
final class SegmentSides {
  private final Status[] statuses;
  private final int[] citedBy;
  private final Map<Integer, DocumentId> originals;

  private SegmentSides(Status[] statuses, int[] citedBy, Map<Integer, DocumentId> originals) {
    this.statuses = statuses;
    this.citedBy = citedBy;
    this.originals = Map.copyOf(originals);
  }

  static SegmentSides load(SegmentColumns columns, SideValues values) {
    Status[] statuses = new Status[columns.size()];
    int[] citedBy = new int[columns.size()];
    Map<Integer, DocumentId> originals = new HashMap<>();
    for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
      SideValues.Side side = values.of(columns.ids().get(ordinal));
      statuses[ordinal] = side.status();
      citedBy[ordinal] = side.citedBy();
      if (side.duplicateOf().isPresent()) {
        originals.put(ordinal, side.duplicateOf().get());
      }
    }
    return new SegmentSides(statuses, citedBy, originals);
  }

  Status status(int ordinal) {
    return statuses[ordinal];
  }

  int citedBy(int ordinal) {
    return citedBy[ordinal];
  }

  /** What each copy in the segment is a copy of. */
  Map<Integer, DocumentId> originals() {
    return originals;
  }
}
