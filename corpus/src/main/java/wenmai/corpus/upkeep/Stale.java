package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.List;
import wenmai.corpus.store.Session;

/**
 * What is still to be worked out again (待更新), kept with the records so that a crash forgets
 * nothing.
 */
final class Stale {
  /** Why a document is to be looked at again. */
  enum Why {
    /** Which documents have the same words. */
    COPIES("copies"),
    /** Who is the original among those with the same words. */
    GROUP("group"),
    /** What its citations mean. */
    LINKS("links");

    private final String key;

    Why(String key) {
      this.key = key;
    }
  }

  private final Session session;

  Stale(Session session) {
    this.session = session;
  }

  void add(Why why, long doc) {
    session.update("INSERT OR IGNORE INTO stale (why, doc) VALUES (?, ?)", why.key, doc);
  }

  /** All documents whose citations were looked up under one of these keys. */
  void addWhoAskedFor(Collection<CatalogueKey> keys) {
    for (CatalogueKey key : keys) {
      session.update(
          "INSERT OR IGNORE INTO stale (why, doc) SELECT ?, doc FROM lookup WHERE key = ?",
          Why.LINKS.key,
          key.hash());
    }
  }

  void addRegion(String region) {
    session.update("INSERT OR IGNORE INTO stale_region (region) VALUES (?)", region);
  }

  /** The region it belongs to. */
  void addRegionOf(long doc) {
    session.update(
        "INSERT OR IGNORE INTO stale_region (region)"
            + " SELECT region FROM document WHERE doc = ? AND region IS NOT NULL",
        doc);
  }

  /** The regions of the matters it belonged to so far. */
  void addRegionsOfMatters(long doc) {
    session.update(
        "INSERT OR IGNORE INTO stale_region (region) SELECT m.region FROM matter_document d"
            + " JOIN matter m ON m.id = d.matter WHERE d.doc = ?",
        doc);
  }

  List<Long> take(Why why, int most) {
    return session.list(
        "SELECT doc FROM stale WHERE why = ? ORDER BY doc LIMIT ?",
        row -> row.number(1),
        why.key,
        most);
  }

  void done(Why why, long doc) {
    session.update("DELETE FROM stale WHERE why = ? AND doc = ?", why.key, doc);
  }

  List<String> regions() {
    return session.list("SELECT region FROM stale_region ORDER BY region", row -> row.text(1));
  }

  void regionDone(String region) {
    session.update("DELETE FROM stale_region WHERE region = ?", region);
  }
}
