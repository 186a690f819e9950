package wenmai.corpus.engine.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.Standing;

/** Keeps each segment's arrays for as long as the segment is open. For many threads. */
final class ColumnCache {
  /** Two audiences, today and tomorrow; the ones asked for last are kept. */
  private static final int SIDES_KEPT = 4;

  private final Standing standing;
  private final Map<Object, Columns> bySegment = new ConcurrentHashMap<>();

  /**
   * @param standing what raises a text of a title
   */
  ColumnCache(Standing standing) {
    this.standing = standing;
  }

  SegmentColumns columns(LeafReader reader) {
    return entry(reader).columns;
  }

  SegmentSides sides(LeafReader reader, SideValues values) {
    return entry(reader).sides(reader, values);
  }

  private Columns entry(LeafReader reader) {
    CacheHelper helper = reader.getCoreCacheHelper();
    Columns known = bySegment.get(helper.getKey());
    if (known != null) {
      return known;
    }
    return bySegment.computeIfAbsent(
        helper.getKey(),
        key -> {
          helper.addClosedListener(bySegment::remove);
          return new Columns(SegmentColumns.load(reader, standing));
        });
  }

  private static final class Columns {
    private final SegmentColumns columns;

    /** The one asked for last comes last. */
    private final SequencedMap<Object, SegmentSides> sides = new LinkedHashMap<>();

    Columns(SegmentColumns columns) {
      this.columns = columns;
    }

    /** One makes them, others wait for it. */
    synchronized SegmentSides sides(LeafReader reader, SideValues values) {
      SegmentSides known = sides.remove(values.version());
      SegmentSides now = known == null ? make(reader, values) : known;
      sides.put(values.version(), now);
      if (sides.size() > SIDES_KEPT) {
        sides.pollFirstEntry();
      }
      return now;
    }

    private SegmentSides make(LeafReader reader, SideValues values) {
      return values
          .former()
          .flatMap(former ->
              Optional.ofNullable(sides.get(former.version()))
                  .map(before -> before.after(former.changed(), reader, columns, values)))
          .orElseGet(() -> SegmentSides.load(columns, values));
    }
  }
}
