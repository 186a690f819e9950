package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.duplicate.Sketch;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.Stale.Why;

/** The cards of all documents, and whom a changed card concerns. */
final class CardTable {
  /**
   * More documents than this share an anchor only where it belongs to a phrase of the trade, which
   * says nothing; looking at every pair of them would never end.
   */
  static final int TELLING = 64;

  /** So many of those that share an anchor are counted; of fewer, each counts. */
  private static final int LOOKED_AT = 8 * TELLING;

  private final Session session;
  private final Stale stale;

  CardTable(Session session) {
    this.session = session;
    this.stale = new Stale(session);
  }

  /** A document stands as this card says. */
  void put(DocumentCard card) {
    Set<Long> touched = new HashSet<>(keys(card.doc()));
    card.keys().forEach(key -> touched.add(key.hash()));
    stale.addWorkOf(card.doc());
    session.update("DELETE FROM catalogue WHERE doc = ?", card.doc());
    for (CatalogueKey key : card.keys()) {
      session.update(
          "INSERT INTO catalogue (key, doc, title) VALUES (?, ?, ?)",
          key.hash(),
          card.doc(),
          card.versioned() && key.kind() == CatalogueKey.Kind.TITLE ? 1 : 0);
    }
    stale.addWorkOf(card.doc());
    putAnchors(card);
    session.update(
        "INSERT INTO sketch (doc, sketch, originality) VALUES (?, ?, ?) ON CONFLICT (doc)"
            + " DO UPDATE SET sketch = excluded.sketch, originality = excluded.originality",
        card.doc(),
        card.sketch().bytes(),
        card.originality().key());
    stale.add(Why.COPIES, card.doc());
    stale.add(Why.LINKS, card.doc());
    stale.addWhoAskedFor(touched);
    putPartitions(card);
  }

  /** A document is no longer here. */
  void remove(long doc) {
    stale.addWhoAskedFor(keys(doc));
    stale.addWorkOf(doc);
    session.update("DELETE FROM catalogue WHERE doc = ?", doc);
    removeAnchors(doc);
    session.update("DELETE FROM sketch WHERE doc = ?", doc);
    stale.add(Why.COPIES, doc);
    stale.add(Why.LINKS, doc);
    stale.addPartitionsOf(doc);
    session.update("DELETE FROM matter_partition WHERE doc = ?", doc);
    session.update("DELETE FROM matter_card WHERE doc = ?", doc);
  }

  private void putPartitions(DocumentCard card) {
    stale.addPartitionsOf(card.doc());
    session.update("DELETE FROM matter_partition WHERE doc = ?", card.doc());
    for (String name : card.partitions()) {
      session.update("INSERT INTO matter_partition (name, doc) VALUES (?, ?)", name, card.doc());
    }
    stale.addPartitionsOf(card.doc());
  }

  /** The hashes of its keys. */
  List<Long> keys(long doc) {
    return session.list("SELECT key FROM catalogue WHERE doc = ?", row -> row.number(1), doc);
  }

  private void putAnchors(DocumentCard card) {
    removeAnchors(card.doc());
    for (long hash : card.sketch().anchors()) {
      session.update(
          "INSERT INTO anchor (hash, doc, visibility) VALUES (?, ?, ?)",
          hash,
          card.doc(),
          card.visibility() == Visibility.PUBLIC ? 0 : 1);
      askAgainIfCrossed(hash, TELLING + 1);
    }
  }

  private void removeAnchors(long doc) {
    List<Long> hashes =
        session.list("SELECT hash FROM anchor WHERE doc = ?", row -> row.number(1), doc);
    session.update("DELETE FROM anchor WHERE doc = ?", doc);
    hashes.forEach(hash -> askAgainIfCrossed(hash, TELLING));
  }

  /** Where an anchor has just begun or ceased to be telling, its documents are compared again. */
  private void askAgainIfCrossed(long hash, int crossing) {
    Crowd crowd = crowd(hash);
    if (crowd.all() == crossing || crowd.open() == crossing) {
      session
          .list("SELECT doc FROM anchor WHERE hash = ?", row -> row.number(1), hash)
          .forEach(doc -> stale.add(Why.COPIES, doc));
    }
  }

  /** How many documents share an anchor, and how many of them are public. */
  private record Crowd(int all, int open) {
    int sight() {
      return (open <= TELLING ? Sight.PUBLIC : 0) | (all <= TELLING ? Sight.INTERNAL : 0);
    }
  }

  /**
   * Counts no further than it matters, or a phrase that all papers have would be counted by each.
   */
  private Crowd crowd(long hash) {
    Crowd crowd =
        session
            .first(
                "SELECT count(*), coalesce(sum(CASE WHEN visibility = 0 THEN 1 ELSE 0 END), 0)"
                    + " FROM (SELECT visibility FROM anchor WHERE hash = ? LIMIT ?) counted",
                row -> new Crowd(row.integer(1), row.integer(2)),
                hash,
                LOOKED_AT)
            .orElseThrow();
    return crowd.all() == LOOKED_AT && crowd.open() <= TELLING + 1
        ? new Crowd(crowd.all(), open(hash))
        : crowd;
  }

  private int open(long hash) {
    return session
        .first(
            "SELECT count(*) FROM"
                + " (SELECT 1 FROM anchor WHERE hash = ? AND visibility = 0 LIMIT ?) counted",
            row -> row.integer(1),
            hash,
            TELLING + 2)
        .orElseThrow();
  }

  /** Another document that shares a telling anchor, and for whom that anchor tells something. */
  record Neighbour(long doc, int sight) {}

  List<Neighbour> neighbours(long doc) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (long hash :
        session.list("SELECT hash FROM anchor WHERE doc = ?", row -> row.number(1), doc)) {
      int sight = crowd(hash).sight();
      if (sight != 0) {
        neighbours.addAll(
            session.list(
                "SELECT doc, visibility FROM anchor WHERE hash = ? AND doc <> ?",
                row ->
                    new Neighbour(
                        row.number(1), row.number(2) == 0 ? sight : sight & Sight.INTERNAL),
                hash,
                doc));
      }
    }
    return neighbours;
  }

  Optional<Sketch> sketch(long doc) {
    return session.first(
        "SELECT sketch FROM sketch WHERE doc = ?", row -> Sketch.ofBytes(row.bytes(1)), doc);
  }
}
