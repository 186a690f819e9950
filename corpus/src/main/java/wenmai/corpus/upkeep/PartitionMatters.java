package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.upkeep.MatterTable.Entry;

/**
 * The matters of one jurisdiction in memory (辖区事项): once for both audiences where they know the
 * same, else for each. For one thread.
 */
final class PartitionMatters {
  private final MatterCards.Held held = new MatterCards.Held();
  private final List<SightedMatters> sighted;

  /**
   * @param shared whether both audiences know the same
   */
  PartitionMatters(MatterBuilder builder, String partition, boolean shared) {
    List<Integer> sights = shared ? List.of(Sight.BOTH) : List.of(Sight.PUBLIC, Sight.INTERNAL);
    this.sighted =
        sights.stream().map(sight -> new SightedMatters(builder, partition, sight)).toList();
  }

  /** How much of the memory it takes: papers, counted once for each audience. */
  int size() {
    return held.size() * sighted.size();
  }

  MatterCards.Held held() {
    return held;
  }

  boolean isShared() {
    return sighted.size() == 1;
  }

  /** The papers that name one of these, or that one of them names. */
  Set<Long> neighboursOf(Set<Long> docs) {
    Set<Long> neighbours = new TreeSet<>();
    for (long doc : docs) {
      held.id(doc)
          .ifPresent(id ->
              sighted.forEach(each ->
                  each.neighboursOf(id)
                      .forEach(other -> held.row(other).ifPresent(neighbours::add))));
    }
    return neighbours;
  }

  /**
   * Some papers that have changed, come or gone.
   *
   * @param changed those whose cards may be others
   * @param all these and others that may have come or gone
   * @param open those of all that each audience may know as papers of this jurisdiction
   * @param cards of all that are new or changed
   */
  record Papers(
      Set<Long> changed, Set<Long> all, Map<Integer, Set<Long>> open, MatterCards.Held cards) {

    /** Whether an audience knows of another set of papers or citations. */
    boolean differByAudience() {
      return cards.differsByAudience() || !openTo(Sight.PUBLIC).equals(openTo(Sight.INTERNAL));
    }

    /** Those of these alone. */
    Papers only(Collection<Long> docs) {
      Set<Long> these = Set.copyOf(docs);
      Map<Integer, Set<Long>> some = new HashMap<>();
      open.forEach((sight, seen) -> {
        Set<Long> those = new TreeSet<>(seen);
        those.retainAll(these);
        some.put(sight, those);
      });
      MatterCards.Held held = new MatterCards.Held();
      held.add(cards);
      all.stream().filter(doc -> !these.contains(doc)).forEach(held::remove);
      return new Papers(these, these, some, held);
    }

    Set<Long> openTo(int sight) {
      return open.getOrDefault(sight == Sight.BOTH ? Sight.PUBLIC : sight, Set.of());
    }
  }

  /**
   * What has changed for the tables.
   *
   * @param entries of all ids that something has changed of
   * @param unused fingerprints of what is nobody's any more
   */
  record Outcome(Map<String, Set<Entry>> entries, Set<String> unused) {}

  Outcome change(Papers papers, StaffDecisions decisions, SightedMatters.Writing writing) {
    held.add(papers.cards());
    Set<String> ids = new TreeSet<>();
    Set<String> unused = new HashSet<>();
    for (SightedMatters each : sighted) {
      Set<Long> open = papers.openTo(each.sight());
      List<Long> put = new ArrayList<>();
      List<DocumentId> gone = new ArrayList<>();
      for (long doc : papers.all()) {
        boolean known = held.id(doc).filter(each::holds).isPresent();
        if (!open.contains(doc)) {
          held.id(doc).filter(each::holds).ifPresent(gone::add);
        } else if (!known || papers.changed().contains(doc)) {
          put.add(doc);
        }
      }
      SightedMatters.Change change =
          each.change(held.linked(put, each.sight()), gone, decisions, held::stamp, writing);
      ids.addAll(change.ids());
      unused.addAll(change.unused());
    }
    for (long doc : papers.all()) {
      if (held.id(doc).filter(id -> sighted.stream().noneMatch(it -> it.holds(id))).isPresent()) {
        held.remove(doc);
      }
    }
    unused.removeIf(fingerprint -> sighted.stream().anyMatch(it -> it.uses(fingerprint)));
    Map<String, Set<Entry>> entries = new TreeMap<>();
    ids.forEach(id -> entries.put(id, entries(id)));
    return new Outcome(entries, unused);
  }

  private Set<Entry> entries(String id) {
    return MatterTable.together(sighted.stream().flatMap(each -> each.entry(id).stream()).toList());
  }

  /** Whether something that was written down is asked for. */
  boolean uses(String fingerprint) {
    return sighted.stream().anyMatch(each -> each.uses(fingerprint));
  }
}
