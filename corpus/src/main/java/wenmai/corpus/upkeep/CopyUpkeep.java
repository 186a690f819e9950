package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.duplicate.Bearings;
import wenmai.corpus.duplicate.CopyGroup;
import wenmai.corpus.duplicate.CopyJudge;
import wenmai.corpus.duplicate.FirstSharedSentence;
import wenmai.corpus.duplicate.Originality;
import wenmai.corpus.duplicate.Sketch;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.text.Quote;
import wenmai.corpus.upkeep.CardTable.Neighbour;
import wenmai.corpus.upkeep.Stale.Why;

/** Keeps in step which documents have the same words and which of them is the original. */
final class CopyUpkeep {
  private static final int CHUNK = 500;
  private static final int KEPT_DOCUMENTS = 200;

  private final Session session;
  private final Guard guard;
  private final Documents documents;
  private final CardTable cards;
  private final Stale stale;
  private final Cache<Documents.Changed, Bearings> bearings;
  private final Cache<Long, OfficialDocument> read =
      Caffeine.newBuilder().maximumSize(KEPT_DOCUMENTS).build();

  /**
   * @param bearings what is known of papers already, by their last change
   */
  CopyUpkeep(Session session, Guard guard, Cache<Documents.Changed, Bearings> bearings) {
    this.session = session;
    this.guard = guard;
    this.bearings = bearings;
    this.documents = new Documents(session);
    this.cards = new CardTable(session);
    this.stale = new Stale(session);
  }

  /** Does some of the work; gives whether there was any. */
  boolean step() {
    List<Long> pairs = stale.take(Why.COPIES, CHUNK);
    for (long doc : pairs) {
      compare(doc);
      stale.done(Why.COPIES, doc);
    }
    if (!pairs.isEmpty()) {
      return true;
    }
    List<Long> groups = stale.take(Why.GROUP, CHUNK);
    Set<Long> grouped = new HashSet<>();
    for (long doc : groups) {
      if (!grouped.contains(doc)) {
        grouped.addAll(group(doc));
      }
      stale.done(Why.GROUP, doc);
    }
    return !groups.isEmpty();
  }

  /** Finds anew with which documents this one shares its words. */
  private void compare(long doc) {
    Map<Long, Integer> before = pairs(doc);
    Map<Long, Integer> now = new HashMap<>();
    Optional<Sketch> sketch = cards.sketch(doc);
    if (sketch.isPresent()) {
      Map<Long, Integer> near = new HashMap<>();
      cards
          .neighbours(doc)
          .forEach(other -> near.merge(other.doc(), other.sight(), (a, b) -> a | b));
      near.forEach((other, sight) -> {
        if (sameWords(doc, sketch.get(), new Neighbour(other, sight))) {
          now.put(other, sight);
        }
      });
    }
    before.keySet().forEach(other -> forget(doc, other));
    now.forEach((other, sight) -> remember(doc, other, sight));
    if (!before.isEmpty() || !now.isEmpty() || isCopy(doc)) {
      stale.add(Why.GROUP, doc);
      before.keySet().forEach(other -> stale.add(Why.GROUP, other));
    }
  }

  private boolean sameWords(long doc, Sketch sketch, Neighbour other) {
    return cards.sketch(other.doc()).filter(sketch::mayCopy).isPresent()
        && guard
            .attempt(
                Step.COPIES,
                doc,
                () ->
                    !bearings(doc).tellsApart(bearings(other.doc()))
                        && CopyJudge.areCopies(document(doc), document(other.doc())))
            .orElse(false);
  }

  /* Of papers of one form there are many; reading each again would take the longer the more there are. */
  private Bearings bearings(long doc) {
    return bearings.get(
        new Documents.Changed(doc, documents.lastChange(doc)),
        changed -> Bearings.of(document(doc).facts()));
  }

  private OfficialDocument document(long doc) {
    return read.get(doc, documents::document);
  }

  private Map<Long, Integer> pairs(long doc) {
    Map<Long, Integer> pairs = new HashMap<>();
    session
        .list(
            "SELECT other, audience FROM same_words WHERE one = ?"
                + " UNION ALL SELECT one, audience FROM same_words WHERE other = ?",
            row -> Map.entry(row.number(1), row.integer(2)),
            doc,
            doc)
        .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
    return pairs;
  }

  private void remember(long doc, long other, int sight) {
    session.update(
        "INSERT INTO same_words (one, other, audience) VALUES (?, ?, ?)"
            + " ON CONFLICT (one, other) DO UPDATE SET audience = excluded.audience",
        Math.min(doc, other),
        Math.max(doc, other),
        sight);
  }

  private void forget(long doc, long other) {
    session.update(
        "DELETE FROM same_words WHERE one = ? AND other = ?",
        Math.min(doc, other),
        Math.max(doc, other));
  }

  private boolean isCopy(long doc) {
    return session.first("SELECT 1 FROM copy WHERE doc = ?", row -> 1, doc).isPresent();
  }

  /** Says anew who is a copy of whom among all that hang together with this one. */
  private Set<Long> group(long doc) {
    Set<Long> members = connected(doc);
    Map<Long, Long> open = originals(members, Sight.PUBLIC);
    Map<Long, Long> all = originals(members, Sight.INTERNAL);
    members.forEach(member -> write(member, open, all));
    return members;
  }

  private Set<Long> connected(long doc) {
    Set<Long> members = new HashSet<>(Set.of(doc));
    Deque<Long> next = new ArrayDeque<>(members);
    while (!next.isEmpty()) {
      pairs(next.poll()).keySet().stream().filter(members::add).forEach(next::add);
    }
    return members;
  }

  private Map<Long, Long> originals(Set<Long> members, int sight) {
    Map<Long, Originality> ranked = new HashMap<>();
    Set<CopyGroup.Pair<Long>> copies = new HashSet<>();
    for (long member : members) {
      originality(member, sight).ifPresent(rank -> ranked.put(member, rank));
      pairs(member)
          .forEach((other, holdsFor) -> {
            if ((holdsFor & sight) != 0) {
              copies.add(new CopyGroup.Pair<>(member, other));
            }
          });
    }
    return new CopyGroup<>(ranked, copies).originals();
  }

  private Optional<Originality> originality(long doc, int sight) {
    return session.first(
        "SELECT s.originality FROM sketch s JOIN document d ON d.doc = s.doc"
            + " WHERE s.doc = ? AND d.held = 1 AND (d.visibility = 0 OR ? = "
            + Sight.INTERNAL
            + ")",
        row -> new Originality(row.text(1)),
        doc,
        sight);
  }

  private void write(long doc, Map<Long, Long> open, Map<Long, Long> all) {
    Map<Integer, Long> now = new HashMap<>();
    Optional<Long> forPublic = Optional.ofNullable(open.get(doc));
    Optional<Long> forInternal = Optional.ofNullable(all.get(doc));
    if (forPublic.isPresent() && forPublic.equals(forInternal)) {
      now.put(Sight.BOTH, forPublic.get());
    } else {
      forPublic.ifPresent(original -> now.put(Sight.PUBLIC, original));
      forInternal.ifPresent(original -> now.put(Sight.INTERNAL, original));
    }
    Map<Integer, Long> before = new HashMap<>();
    session
        .list(
            "SELECT audience, original FROM copy WHERE doc = ?",
            row -> Map.entry(row.integer(1), row.number(2)),
            doc)
        .forEach(row -> before.put(row.getKey(), row.getValue()));
    if (!now.equals(before)) {
      session.update("DELETE FROM copy WHERE doc = ?", doc);
      now.forEach((sight, original) -> insert(doc, sight, original));
      stale.addWhoAskedFor(cards.keys(doc));
      stale.addWorkOf(doc);
      stale.addPartitionsOf(doc);
    }
  }

  private Optional<Quote> shared(long doc, long original) {
    return FirstSharedSentence.of(
        document(doc).content().text(), document(original).content().text());
  }

  private void insert(long doc, int sight, long original) {
    Optional<Quote> proof =
        guard.attempt(Step.COPIES, doc, () -> shared(doc, original)).flatMap(quote -> quote);
    session.update(
        "INSERT INTO copy (doc, audience, original, start, \"end\", quote)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        doc,
        sight,
        original,
        proof.map(quote -> quote.span().start()),
        proof.map(quote -> quote.span().end()),
        proof.map(Quote::words));
  }
}
