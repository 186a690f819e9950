package wenmai.corpus.store;

import wenmai.corpus.Reader.Audience;

/** How much is held (馆藏总量). */
public final class Inventory {
  private final Session session;

  public Inventory(Session session) {
    this.session = session;
  }

  /** Whether nothing is held. */
  public boolean isEmpty() {
    return session
        .first("SELECT 1 FROM document WHERE held = 1 LIMIT 1", row -> row.integer(1))
        .isEmpty();
  }

  /** How much there is. */
  public record Extent(long documents, long characters) {}

  /** How much there is for an audience. */
  public Extent extent(Audience audience) {
    return session
        .first(
            "SELECT count(*), coalesce(sum(characters), 0) FROM document"
                + " WHERE held = 1 AND visibility <= ?",
            row -> new Extent(row.number(1), row.number(2)),
            Documents.most(audience))
        .orElseThrow();
  }
}
