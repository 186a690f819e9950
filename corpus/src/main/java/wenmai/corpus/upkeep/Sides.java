package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;

/**
 * The side values of the archive (旁注). When links or copies have changed, those of the documents
 * concerned are read again. For many threads.
 */
public final class Sides {
  /** Two audiences, today and a day or two that somebody asks back to. */
  private static final int KEPT = 6;

  private final Depot depot;
  private final Cache<Line, SideTable> latest = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Sides(Depot depot) {
    this.depot = depot;
  }

  /** Whose values follow upon one another. */
  private record Line(Audience audience, LocalDate asOf) {}

  public SideValues of(Audience audience, LocalDate asOf) {
    Line line = new Line(audience, asOf);
    long revision = depot.read(Sides::revision);
    SideTable known = latest.getIfPresent(line);
    if (known != null && known.version().revision() >= revision) {
      return known;
    }
    return latest
        .asMap()
        .compute(line, (same, former) -> depot.read(session -> read(session, line, former)));
  }

  private static SideTable read(Session session, Line line, @Nullable SideTable former) {
    SideTable.Moment now = new SideTable.Moment(revision(session), line.audience(), line.asOf());
    SideReading reading = new SideReading(session, now);
    return Optional.ofNullable(former)
        .map(table -> table.version().equals(now) ? table : reading.after(table))
        .orElseGet(reading::all);
  }

  private static long revision(Session session) {
    return new Marks(session).number(Marks.REVISION);
  }
}
