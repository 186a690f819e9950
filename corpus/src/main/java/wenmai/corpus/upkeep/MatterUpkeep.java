package wenmai.corpus.upkeep;

import java.util.ArrayList;
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
import java.util.function.Function;
import wenmai.corpus.matter.DraftWriting;
import wenmai.corpus.matter.DraftWriting.Written;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.matter.WovenMatter;
import wenmai.corpus.record.RecordProblem;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Setbacks.Step;
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

  /**
   * Papers of one jurisdiction that may hold up the others before its matters stay as they were.
   */
  private static final int MOST_LEFT_OUT = 20;

  /** Of all memory, so much of it may hold jurisdictions that were looked at lately. */
  private static final int SHARE = 32;

  /** What a paper takes of it: its card, the steps it may be, its places in the indexes. */
  private static final int BYTES_PER_PAPER = 8 << 10;

  private final Depot depot;
  private final ExecutorService workers;
  private final MatterBuilder builder;
  private final MatterCards cards;
  private final Guard guard;

  /** The one that changed last comes last. */
  private final Map<String, PartitionMatters> inMemory = new LinkedHashMap<>();

  MatterUpkeep(Depot depot, ExecutorService workers, MatterBuilder builder, Guard guard) {
    this.depot = depot;
    this.workers = workers;
    this.builder = builder;
    this.guard = guard;
    this.cards = new MatterCards(depot, workers, builder, guard);
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
            .filter(it -> Guard.attempt(() -> Optional.of(change(it, stale.get()))).orElse(false))
            .orElseGet(() -> load(stale.get()));
    inMemory.put(partition, matters);
    makeRoom();
    return true;
  }

  private void makeRoom() {
    int papers = inMemory.values().stream().mapToInt(PartitionMatters::size).sum();
    Iterator<PartitionMatters> oldest = inMemory.values().iterator();
    long most = Runtime.getRuntime().maxMemory() / SHARE / BYTES_PER_PAPER;
    while (papers > most && oldest.hasNext()) {
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
      guard.settle(session);
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
    Optional<Woven> woven =
        Guard.attempt(() -> Optional.of(weave(stale.name(), papers)))
            .or(() -> weaveWhatCanBe(stale.name(), papers));
    return depot.write(session -> {
      woven.ifPresent(it -> write(new MatterTable(session, stale.name()), it));
      new Stale(session).done(stale);
      guard.settle(session);
      return woven.map(Woven::matters).orElseGet(() -> empty(stale.name()));
    });
  }

  private record Woven(PartitionMatters matters, Outcome outcome) {}

  private PartitionMatters empty(String partition) {
    return new PartitionMatters(builder, partition, true);
  }

  private Woven weave(String partition, Papers papers) {
    PartitionMatters matters = new PartitionMatters(builder, partition, !papers.differByAudience());
    return new Woven(matters, matters.change(papers, decisions(), writing(partition, matters)));
  }

  /** Leaves out one paper after the other with which it fails: of two, the one that came later. */
  private Optional<Woven> weaveWhatCanBe(String partition, Papers papers) {
    List<Long> docs = new ArrayList<>(papers.all());
    for (int round = 0; round < MOST_LEFT_OUT && !docs.isEmpty(); round++) {
      int last = lastThatWeaves(partition, papers, docs);
      List<Long> failing = docs.subList(0, Math.min(docs.size(), last + 1));
      var unused =
          guard.attempt(
              Step.WEAVING, failing.getLast(), () -> weave(partition, papers.only(failing)));
      docs.remove(failing.size() - 1);
      Papers others = papers.only(docs);
      Optional<Woven> woven = Guard.attempt(() -> Optional.of(weave(partition, others)));
      if (woven.isPresent()) {
        return woven;
      }
    }
    return Optional.empty();
  }

  /** How many of these can be woven together, from the first on. */
  private int lastThatWeaves(String partition, Papers papers, List<Long> docs) {
    int weaves = 0;
    int fails = docs.size();
    while (fails - weaves > 1) {
      int middle = (weaves + fails) >>> 1;
      Papers some = papers.only(docs.subList(0, middle));
      boolean done = Guard.attempt(() -> Optional.of(weave(partition, some))).isPresent();
      weaves = done ? middle : weaves;
      fails = done ? fails : middle;
    }
    return weaves;
  }

  private static void write(MatterTable table, Woven woven) {
    Map<String, Set<Entry>> entries = new TreeMap<>(woven.outcome().entries());
    table.ids().forEach(id -> entries.putIfAbsent(id, Set.of()));
    table.set(entries);
    table.forget(table.fingerprints().stream().filter(it -> !woven.matters().uses(it)).toList());
  }

  private StaffDecisions decisions() {
    return depot.read(session -> new MatterDecisions(session).all());
  }

  private SightedMatters.Writing writing(String partition, PartitionMatters matters) {
    DraftWriting writing = builder.writing(id -> paper(matters.held().row(id).orElseThrow()));
    return found ->
        gists(
            partition,
            found,
            matter -> {
              long first = matters.held().doc(matter.documents().iterator().next());
              return guard.attempt(Step.MATTER, first, () -> writing.write(matter));
            });
  }

  /** Writes those down that were not before, and gives the gist of every one that could be. */
  private Map<String, MatterGist> gists(
      String partition,
      Map<String, WovenMatter> found,
      Function<WovenMatter, Optional<Written>> writing) {
    Map<String, MatterGist> gists =
        depot.read(session -> new MatterTable(session, partition).gists(found.keySet()));
    List<String> fresh = found.keySet().stream().filter(each -> !gists.containsKey(each)).toList();
    for (int from = 0; from < fresh.size(); from += CHUNK) {
      Map<String, Future<Optional<Written>>> being = new LinkedHashMap<>();
      for (String each : fresh.subList(from, Math.min(fresh.size(), from + CHUNK))) {
        WovenMatter matter = Objects.requireNonNull(found.get(each));
        being.put(each, workers.submit(() -> writing.apply(matter)));
      }
      Map<String, Written> written = new LinkedHashMap<>();
      being.forEach(
          (each, future) -> Waiting.forIt(future).ifPresent(one -> written.put(each, one)));
      written.forEach((each, one) -> gists.put(each, one.gist()));
      var unused =
          depot.write(session -> {
            written.forEach(new MatterTable(session, partition)::put);
            guard.settle(session);
            return true;
          });
    }
    return gists;
  }

  private MatterPaper paper(long doc) {
    try {
      return MatterPaper.of(depot.read(session -> new Documents(session).document(doc)), List.of());
    } catch (RecordProblem e) {
      guard.note(Step.MATTER, doc, e); // of this paper, whichever of the matter is named with it
      throw e;
    }
  }
}
