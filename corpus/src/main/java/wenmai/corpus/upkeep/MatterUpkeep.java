package wenmai.corpus.upkeep;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import wenmai.corpus.matter.Beside;
import wenmai.corpus.matter.DraftWriting;
import wenmai.corpus.matter.DraftWriting.Written;
import wenmai.corpus.matter.LinkedCard;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.matter.WovenMatter;
import wenmai.corpus.matter.WovenMatters;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Waiting;
import wenmai.corpus.upkeep.MatterTable.Entry;

/**
 * Keeps the matters in step, one partition at a time: which papers are one matter is found from the
 * cards of all, and only those matters are written down of which something has changed.
 */
final class MatterUpkeep {
  /**
   * Those of the place; and those of no known place that name a paper of it or are named by one, as
   * far as the audience may know either.
   */
  private static final String PAPERS =
      "WITH home AS (SELECT p.doc AS doc FROM matter_partition p JOIN document h ON h.doc = p.doc"
          + " WHERE p.name = ?1 AND h.held = 1 AND (h.visibility = 0 OR ?2 = "
          + Sight.INTERNAL
          + ")) SELECT doc FROM home UNION"
          + " SELECT l.source AS doc FROM home t JOIN link l ON l.target = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.source) UNION"
          + " SELECT l.target AS doc FROM home t JOIN link l ON l.source = t.doc"
          + " WHERE (l.audience & ?2) <> 0 AND l.target IS NOT NULL AND NOT EXISTS"
          + " (SELECT 1 FROM matter_partition o WHERE o.doc = l.target)";

  private static final int CHUNK = 64;

  private final Depot depot;
  private final ExecutorService workers;
  private final MatterBuilder builder;
  private final MatterCards cards;

  MatterUpkeep(Depot depot, ExecutorService workers, MatterBuilder builder) {
    this.depot = depot;
    this.workers = workers;
    this.builder = builder;
    this.cards = new MatterCards(depot, workers, builder);
  }

  /** Where the rules are others than those that made the matters, all are looked at again. */
  void followRules() {
    String rules = builder.rules();
    boolean same =
        depot.read(
            session -> new Marks(session).get(Marks.MATTER_RULES).equals(Optional.of(rules)));
    if (!same) {
      var unused =
          depot.write(session -> {
            new Marks(session).set(Marks.MATTER_RULES, rules);
            new Stale(session).addAllPartitions();
            return true;
          });
    }
  }

  /** Does some of the work; gives whether there was any. */
  boolean step() {
    Optional<String> stale = depot.read(session -> new Stale(session).partition());
    if (stale.isEmpty()) {
      return false;
    }
    String partition = stale.get();
    Set<String> used = new HashSet<>();
    List<Entry> entries = entries(partition, used);
    return depot.write(session -> {
      new MatterTable(session, partition).set(entries, used);
      new Stale(session).partitionDone(partition);
      return true;
    });
  }

  /**
   * Where nothing is internal, and nothing a copy for some alone, both audiences have the same.
   *
   * @param used takes the fingerprints of all that was found
   */
  private List<Entry> entries(String partition, Set<String> used) {
    List<Long> forPublic = depot.read(session -> docs(session, partition, Sight.PUBLIC));
    List<Long> forInternal = depot.read(session -> docs(session, partition, Sight.INTERNAL));
    List<Long> all = Stream.concat(forPublic.stream(), forInternal.stream()).distinct().toList();
    cards.refresh(all);
    MatterCards.Held held = cards.held(all);
    if (forPublic.equals(forInternal) && !held.differsByAudience()) {
      return entries(partition, held, held.linked(forPublic, Sight.PUBLIC), Sight.BOTH, used);
    }
    return MatterTable.together(
        entries(partition, held, held.linked(forPublic, Sight.PUBLIC), Sight.PUBLIC, used),
        entries(partition, held, held.linked(forInternal, Sight.INTERNAL), Sight.INTERNAL, used));
  }

  static List<Long> docs(Session session, String partition, int sight) {
    return session.list(
        "SELECT d.doc FROM ("
            + PAPERS
            + ") p JOIN document d ON d.doc = p.doc"
            + " WHERE d.held = 1 AND (d.visibility = 0 OR ?2 = "
            + Sight.INTERNAL
            + ") AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.doc = d.doc"
            + " AND (c.audience & ?2) <> 0) ORDER BY d.id",
        row -> row.number(1),
        partition,
        sight);
  }

  private List<Entry> entries(
      String partition,
      MatterCards.Held held,
      List<LinkedCard> papers,
      int sight,
      Set<String> used) {
    StaffDecisions decisions = depot.read(session -> new MatterDecisions(session).all());
    WovenMatters woven = builder.weave(partition, papers, decisions);
    Map<String, WovenMatter> found = new LinkedHashMap<>();
    for (WovenMatter matter : woven.matters()) {
      found.put(matter.fingerprint(builder.rules(), held::stamp), matter);
    }
    used.addAll(found.keySet());
    Map<String, MatterGist> gists = gists(partition, found, held);
    List<Map.Entry<String, MatterGist>> standing =
        found.keySet().stream()
            .map(each -> Map.entry(each, Objects.requireNonNull(gists.get(each))))
            .filter(each -> each.getValue().stands())
            .sorted(Comparator.comparing(each -> each.getValue().id()))
            .toList();
    List<Beside> beside = woven.beside(standing.stream().map(Map.Entry::getValue).toList());
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < standing.size(); i++) {
      String id = standing.get(i).getValue().id();
      entries.put(id, new Entry(id, sight, standing.get(i).getKey(), beside.get(i)));
    }
    return List.copyOf(entries.values());
  }

  /** Writes those down that were not before, and gives the gist of every one. */
  private Map<String, MatterGist> gists(
      String partition, Map<String, WovenMatter> found, MatterCards.Held held) {
    Map<String, MatterGist> gists =
        depot.read(session -> new MatterTable(session, partition).gists());
    DraftWriting writing = builder.writing(id -> paper(held.doc(id)));
    List<String> fresh = found.keySet().stream().filter(each -> !gists.containsKey(each)).toList();
    for (int from = 0; from < fresh.size(); from += CHUNK) {
      Map<String, Future<Written>> being = new LinkedHashMap<>();
      for (String each : fresh.subList(from, Math.min(fresh.size(), from + CHUNK))) {
        WovenMatter matter = Objects.requireNonNull(found.get(each));
        being.put(each, workers.submit(() -> writing.write(matter)));
      }
      Map<String, Written> written = new LinkedHashMap<>();
      being.forEach((each, future) -> written.put(each, Waiting.forIt(future)));
      written.forEach((each, one) -> gists.put(each, one.gist()));
      var unused =
          depot.write(session -> {
            written.forEach(new MatterTable(session, partition)::put);
            return true;
          });
    }
    return gists;
  }

  private MatterPaper paper(long doc) {
    return MatterPaper.of(depot.read(session -> new Documents(session).document(doc)), List.of());
  }
}
