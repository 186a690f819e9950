package wenmai.corpus.upkeep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.record.HistoryJson;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;
import wenmai.corpus.upkeep.HeldWork.HeldStrike;
import wenmai.corpus.upkeep.HeldWork.HeldVersion;
import wenmai.corpus.upkeep.HeldWork.Standing;
import wenmai.corpus.upkeep.HeldWork.Succession;
import wenmai.corpus.upkeep.Stale.Why;
import wenmai.corpus.version.Strike;
import wenmai.corpus.version.WorkKey;

/** Keeps in step which documents are versions of one work, and how each of them stands. */
final class VersionUpkeep {
  /** Papers whose works are made at once: while some are written, the workers make the next. */
  private static final int AT_ONCE = 1_000;

  private static final int CHUNK = 200;
  private static final int MOST_ACTING = 64;

  private final Depot depot;
  private final ExecutorService workers;
  private final Guard guard;

  private final Function<Documents.Changed, Optional<VersionCard>> drawn;

  /** A decision that repeals a hundred texts is asked for by each of them. */
  private final Cache<Long, OfficialDocument> acting =
      Caffeine.newBuilder().maximumSize(MOST_ACTING).build();

  /**
   * Good as long as no document changes.
   *
   * @param drawn cards that were drawn while their documents were at hand
   */
  VersionUpkeep(
      Depot depot,
      ExecutorService workers,
      Guard guard,
      Function<Documents.Changed, Optional<VersionCard>> drawn) {
    this.depot = depot;
    this.workers = workers;
    this.guard = guard;
    this.drawn = drawn;
  }

  /**
   * What one stale document leads to.
   *
   * @param docs whose standing is written anew, or forgotten
   * @param open what the public may know
   */
  private record Made(Set<Long> docs, Optional<Known> open, Optional<Known> all) {}

  /** What an audience may know of a work. */
  private record Known(List<Standing> standings, List<Succession> successions) {
    static Known of(HeldWork work, int sight) {
      return new Known(work.standings(sight), work.successions(sight));
    }
  }

  /** Does some of the work; gives whether there was any. */
  boolean step() {
    List<Long> stale = depot.read(session -> new Stale(session).take(Why.WORK, AT_ONCE));
    if (stale.isEmpty()) {
      return false;
    }
    List<Set<Long>> works = depot.read(session -> works(session, stale));
    List<Future<Made>> making =
        works.stream().map(docs -> workers.submit(() -> depot.read(s -> made(s, docs)))).toList();
    Set<Long> open = new HashSet<>(stale);
    try {
      for (int from = 0; from < works.size(); from += CHUNK) {
        int to = Math.min(works.size(), from + CHUNK);
        List<Made> made = making.subList(from, to).stream().map(Waiting::forIt).toList();
        List<Long> members = works.subList(from, to).stream().flatMap(Set::stream).toList();
        depot.<Object>write(session -> {
          made.forEach(work -> write(session, work));
          members.stream()
              .filter(open::contains)
              .forEach(doc -> new Stale(session).done(Why.WORK, doc));
          guard.settle(session, members);
          return session;
        });
      }
    } finally {
      Waiting.forTheEndOf(making); // nothing reads on behind a write that failed
    }
    return true;
  }

  /** Each work once, however many of its versions are stale. */
  private static List<Set<Long>> works(Session session, List<Long> stale) {
    Set<Long> seen = new HashSet<>();
    List<Set<Long>> works = new ArrayList<>();
    for (long doc : stale) {
      if (!seen.contains(doc)) {
        Set<Long> members = members(session, doc);
        seen.addAll(members);
        works.add(members);
      }
    }
    return works;
  }

  private static Set<Long> members(Session session, long doc) {
    Set<Long> members = new HashSet<>(Set.of(doc));
    Documents documents = new Documents(session);
    Optional<WorkKey> key = documents.row(doc).flatMap(VersionUpkeep::key);
    if (key.isPresent()) {
      session
          .list(
              "SELECT "
                  + DocumentRow.COLUMNS
                  + " FROM catalogue c JOIN document d ON d.doc = c.doc"
                  + " WHERE c.key = ? AND d.held = 1",
              DocumentRow::read,
              CatalogueKey.title(key.get().title()).hash())
          .stream()
          .filter(row -> key(row).equals(key))
          .forEach(row -> members.add(row.doc()));
    }
    return members;
  }

  private static Optional<WorkKey> key(DocumentRow row) {
    return row.isHeld()
        ? row.title().flatMap(title -> WorkKey.of(title, row.kind(), row.region(), row.organ()))
        : Optional.empty();
  }

  private Made made(Session session, Set<Long> docs) {
    Documents documents = new Documents(session);
    List<HeldVersion> versions = new ArrayList<>();
    for (long doc : docs) {
      documents
          .row(doc)
          .filter(row -> row.isHeld() && row.kind().binds())
          .ifPresent(row ->
              guard
                  .attempt(Step.VERSIONS, doc, () -> card(documents, doc))
                  .map(card ->
                      HeldVersion.of(doc, Sight.of(row.visibility()), copyFor(session, doc), card))
                  .ifPresent(versions::add));
    }
    if (versions.isEmpty()) {
      return new Made(docs, Optional.empty(), Optional.empty());
    }
    long first = versions.getFirst().doc();
    HeldWork work = new HeldWork(versions, strikes(session, docs));
    return new Made(
        docs,
        guard.attempt(Step.VERSIONS, first, () -> Known.of(work, Sight.PUBLIC)),
        guard.attempt(Step.VERSIONS, first, () -> Known.of(work, Sight.INTERNAL)));
  }

  private VersionCard card(Documents documents, long doc) {
    return drawn
        .apply(new Documents.Changed(doc, documents.lastChange(doc)))
        .orElseGet(() -> VersionCard.of(documents.document(doc)));
  }

  private static int copyFor(Session session, long doc) {
    return session
        .first(
            "SELECT coalesce(sum(audience), 0) FROM copy WHERE doc = ?", row -> row.integer(1), doc)
        .orElse(0);
  }

  private record StrikingLink(long source, int ordinal, int sight) {}

  private List<HeldStrike> strikes(Session session, Set<Long> docs) {
    Documents documents = new Documents(session);
    List<HeldStrike> strikes = new ArrayList<>();
    for (long doc : docs) {
      for (StrikingLink link : strikingLinks(session, doc)) {
        guard
            .attempt(Step.VERSIONS, link.source(), () -> strike(documents, link))
            .flatMap(strike -> strike)
            .ifPresent(strike -> strikes.add(new HeldStrike(link.sight(), strike)));
      }
    }
    return strikes;
  }

  private Optional<Strike> strike(Documents documents, StrikingLink link) {
    OfficialDocument source = acting.get(link.source(), documents::document);
    List<Citation> citations = source.content().citations();
    return link.ordinal() < citations.size()
        ? Strike.of(citations.get(link.ordinal()), source)
        : Optional.empty();
  }

  private static List<StrikingLink> strikingLinks(Session session, long target) {
    return session.list(
        "SELECT l.source, l.ordinal, l.audience FROM link l JOIN document s ON s.doc = l.source"
            + " WHERE l.target = ? AND l.source <> l.target AND s.held = 1"
            + " AND l.type IN ('amends', 'repeals') ORDER BY s.id, l.ordinal",
        row -> new StrikingLink(row.number(1), row.integer(2), row.integer(3)),
        target);
  }

  private static void write(Session session, Made made) {
    Stale stale = new Stale(session);
    for (long doc : made.docs()) {
      stale.addPartitionsOf(doc); // a rule sets terms as long as it stands
      session.update("DELETE FROM standing WHERE doc = ?", doc);
      session.update("DELETE FROM version_link WHERE doc = ?", doc);
    }
    made.open().ifPresent(open -> made.all().ifPresent(all -> write(session, open, all)));
  }

  private static void write(Session session, Known open, Known all) {
    all.standings()
        .forEach(one ->
            insert(session, one, open.standings().contains(one) ? Sight.BOTH : Sight.INTERNAL));
    open.standings().stream()
        .filter(one -> !all.standings().contains(one))
        .forEach(one -> insert(session, one, Sight.PUBLIC));
    all.successions()
        .forEach(one ->
            insert(session, one, open.successions().contains(one) ? Sight.BOTH : Sight.INTERNAL));
    open.successions().stream()
        .filter(one -> !all.successions().contains(one))
        .forEach(one -> insert(session, one, Sight.PUBLIC));
  }

  private static void insert(Session session, Standing standing, int sight) {
    session.update(
        "INSERT INTO standing (doc, audience, timeline, history) VALUES (?, ?, ?, ?)",
        standing.doc(),
        sight,
        standing.timeline().toString(),
        HistoryJson.bytes(standing.history()));
  }

  private static void insert(Session session, Succession succession, int sight) {
    session.update(
        "INSERT INTO version_link (doc, audience, former, start, \"end\", quote)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        succession.doc(),
        sight,
        succession.former(),
        succession.evidence().span().start(),
        succession.evidence().span().end(),
        succession.evidence().words());
  }
}
