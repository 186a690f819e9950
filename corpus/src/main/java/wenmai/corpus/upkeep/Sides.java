package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Marks;

/** The side values of the archive (旁注), read anew when links or copies have changed. */
public final class Sides {
  /** Two audiences, today and a day or two that somebody asks back to. */
  private static final int KEPT = 6;

  private final Depot depot;
  private final Cache<Key, SideTable> tables = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Sides(Depot depot) {
    this.depot = depot;
  }

  private record Key(long revision, Audience audience, LocalDate asOf) {}

  public SideValues of(Audience audience, LocalDate asOf) {
    long revision = depot.read(session -> new Marks(session).number(Marks.REVISION));
    return tables.get(
        new Key(revision, audience, asOf),
        key -> depot.read(session -> SideTable.read(session, key, audience, asOf)));
  }
}
