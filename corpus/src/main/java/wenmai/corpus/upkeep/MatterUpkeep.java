package wenmai.corpus.upkeep;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import wenmai.corpus.matter.DraftWriting;
import wenmai.corpus.matter.DraftWriting.Written;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.matter.WovenMatter;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Waiting;
import wenmai.corpus.upkeep.MatterTable.Entry;
import wenmai.corpus.upkeep.PartitionMatters.Outcome;
import wenmai.corpus.upkeep.PartitionMatters.Papers;

/**
 * Keeps the matters in step, one jurisdiction at a time. What finding them needs stays in memory
 * for the jurisdictions that changed last, so that one more paper touches only what hangs together
 * with it; else it is made again from the cards. Only matters of which something has changed are
 * written down.
 */
final class MatterUpkeep {
  private static final int CHUNK = 64;

  /** Papers of jurisdictions that are kept in memory: some 200 MB at most. */
  private static final int MOST_PAPERS = 40_000;

  private final Depot depot;
  private final ExecutorService workers;
  private final MatterBuilder builder;
  private final MatterCards cards;

  /** The one that changed last comes last. */
  private final Map<String, PartitionMatters> inMemory = new LinkedHashMap<>();

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
    Optional<Stale.Partition> stale = depot.read(session -> new Stale(session).partition());
    if (stale.isEmpty()) {
      return false;
    }
    String partition = stale.get().name();
    // whatever goes wrong on the way, what is half done is not gone on with
    Optional<PartitionMatters> known = Optional.ofNullable(inMemory.remove(partition));
    PartitionMatters matters =
        known
            .filter(it -> !stale.get().all() && stale.get().docs().size() < it.size() / 2)
            .filter(it -> change(it, stale.get()))
            .orElseGet(() -> load(stale.get()));
    inMemory.put(partition, matters);
    makeRoom();
    return true;
  }

  private void makeRoom() {
    int papers = inMemory.values().stream().mapToInt(PartitionMatters::size).sum();
    Iterator<PartitionMatters> oldest = inMemory.values().iterator();
    while (papers > MOST_PAPERS && oldest.hasNext()) {
      papers -= oldest.next().size();
      oldest.remove();
    }
  }

  /** Looks at what is stale alone; gives whether that could be done. */
  private boolean change(PartitionMatters matters, Stale.Partition stale) {
    Set<Long> all = new TreeSet<>(stale.docs());
    all.addAll(matters.neighboursOf(stale.docs()));
    all.addAll(
        depot.read(session -> new MatterMembers(session, stale.name()).guestsOf(stale.docs())));
    Map<Integer, Set<Long>> open =
        depot.read(session -> {
          MatterMembers members = new MatterMembers(session, stale.name());
          return Map.of(
              Sight.PUBLIC,
              members.among(all, Sight.PUBLIC),
              Sight.INTERNAL,
              members.among(all, Sight.INTERNAL));
        });
    List<Long> needed =
        all.stream()
            .filter(doc -> open.values().stream().anyMatch(docs -> docs.contains(doc)))
            .filter(doc -> stale.docs().contains(doc) || matters.held().id(doc).isEmpty())
            .toList();
    cards.refresh(needed);
    Papers papers = new Papers(stale.docs(), all, open, cards.held(needed));
    if (matters.isShared() && papers.differByAudience()) {
      return false;
    }
    Outcome outcome = matters.change(papers, decisions(), writing(stale.name(), matters));
    return depot.write(session -> {
      MatterTable table = new MatterTable(session, stale.name());
      table.set(outcome.entries());
      table.forget(outcome.unused());
      new Stale(session).done(stale);
      return true;
    });
  }

  /** Looks at everything. */
  private PartitionMatters load(Stale.Partition stale) {
    Map<Integer, Set<Long>> open =
        depot.read(session -> {
          MatterMembers members = new MatterMembers(session, stale.name());
          return Map.of(
              Sight.PUBLIC,
              Set.copyOf(members.all(Sight.PUBLIC)),
              Sight.INTERNAL,
              Set.copyOf(members.all(Sight.INTERNAL)));
        });
    Set<Long> all = new TreeSet<>();
    open.values().forEach(all::addAll);
    List<Long> docs = List.copyOf(all);
    cards.refresh(docs);
    Papers papers = new Papers(all, all, open, cards.held(docs));
    PartitionMatters matters =
        new PartitionMatters(builder, stale.name(), !papers.differByAudience());
    Outcome outcome = matters.change(papers, decisions(), writing(stale.name(), matters));
    var unused =
        depot.write(session -> {
          MatterTable table = new MatterTable(session, stale.name());
          Map<String, Set<Entry>> entries = new TreeMap<>(outcome.entries());
          table.ids().forEach(id -> entries.putIfAbsent(id, Set.of()));
          table.set(entries);
          table.forget(table.fingerprints().stream().filter(it -> !matters.uses(it)).toList());
          new Stale(session).done(stale);
          return true;
        });
    return matters;
  }

  private StaffDecisions decisions() {
    return depot.read(session -> new MatterDecisions(session).all());
  }

  private SightedMatters.Writing writing(String partition, PartitionMatters matters) {
    DraftWriting writing = builder.writing(id -> paper(matters.held().row(id).orElseThrow()));
    return found -> gists(partition, found, writing);
  }

  /** Writes those down that were not before, and gives the gist of every one. */
  private Map<String, MatterGist> gists(
      String partition, Map<String, WovenMatter> found, DraftWriting writing) {
    Map<String, MatterGist> gists =
        depot.read(session -> new MatterTable(session, partition).gists(found.keySet()));
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
