package wenmai.corpus.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.Standing;

/** Keeps each segment's arrays for as long as the segment is open. For many threads. */
final class ColumnCache {
  /** Sides differ by audience and day; a handful is in use at a time. */
  private static final int SIDES_KEPT = 4;

  /** Of more changed documents, all values of a segment are taken again. */
  private static final int MOST_LOOKED_UP = 10_000;

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
    Columns entry = entry(reader);
    SegmentSides known = entry.sides.getIfPresent(values.version());
    if (known != null) {
      return known;
    }
    Optional<SegmentSides> next =
        values
            .former()
            .filter(former -> former.changed().size() < MOST_LOOKED_UP)
            .flatMap(former ->
                Optional.ofNullable(entry.sides.getIfPresent(former.version()))
                    .map(sides -> sides.after(former.changed(), reader, entry.columns, values)));
    return entry.sides.get(
        values.version(),
        version -> next.orElseGet(() -> SegmentSides.load(entry.columns, values)));
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
    private final Cache<Object, SegmentSides> sides =
        Caffeine.newBuilder().maximumSize(SIDES_KEPT).build();

    Columns(SegmentColumns columns) {
      this.columns = columns;
    }
  }
}
