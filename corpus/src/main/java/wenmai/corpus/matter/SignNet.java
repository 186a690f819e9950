package wenmai.corpus.matter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import wenmai.corpus.document.DocumentId;

/**
 * Candidate steps of one template by all that may tie them to others (环节倒排索引), so that those that
 * hang together with one are found by looking them up: whatever {@link EdgeFinder} would find
 * between two lies within one such group. For one thread.
 */
final class SignNet {
  private final Map<String, Sign> signs = new HashMap<>();
  private final Map<DocumentId, Set<String>> byDocument = new HashMap<>();
  private final Map<DocumentId, Set<String>> naming = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Set<String>> missing = new HashMap<>();
  private final Map<String, Set<String>> numbers = new HashMap<>();
  private final Map<String, Set<String>> standIns = new HashMap<>();
  private final PairIndex<String> subjects = new PairIndex<>();

  void add(Sign sign) {
    signs.put(sign.name(), sign);
    each(sign, SignNet::insert);
    if (EdgeScores.isComparable(sign)) {
      subjects.add(sign.name(), sign.subject());
    }
  }

  void remove(Sign sign) {
    signs.remove(sign.name());
    each(sign, SignNet::delete);
    subjects.remove(sign.name());
  }

  /** A place in one of the maps. */
  private record Slot<K>(Map<K, Set<String>> map, K key) {}

  private static void insert(Slot<?> slot, String name) {
    put(slot, name);
  }

  private static <K> void put(Slot<K> slot, String name) {
    slot.map().computeIfAbsent(slot.key(), each -> new TreeSet<>()).add(name);
  }

  private static void delete(Slot<?> slot, String name) {
    take(slot, name);
  }

  private static <K> void take(Slot<K> slot, String name) {
    slot.map()
        .computeIfPresent(
            slot.key(),
            (each, names) -> {
              names.remove(name);
              return names.isEmpty() ? null : names;
            });
  }

  private void each(Sign sign, BiConsumer<Slot<?>, String> act) {
    String name = sign.name();
    sign.id().ifPresent(id -> act.accept(new Slot<>(byDocument, id), name));
    for (Pointer pointer : sign.pointers()) {
      pointer.targets().forEach(target -> act.accept(new Slot<>(naming, target), name));
    }
    groups(sign).forEach(group -> act.accept(new Slot<>(groups, group), name));
    for (Pointer pointer : sign.pointers()) {
      if (!pointer.isHeld()) {
        act.accept(new Slot<>(missing, CitedPapers.missing(pointer)), name);
        pointer
            .number()
            .ifPresent(number -> act.accept(new Slot<>(numbers, number.toString()), name));
      }
    }
    if (!sign.isHeld()) {
      act.accept(new Slot<>(standIns, missing(name)), name);
    }
  }

  /** What it has in common with all that hang together with it, whatever the strength. */
  private static List<String> groups(Sign sign) {
    List<String> groups = new ArrayList<>();
    for (Key key : sign.keys()) {
      if (EdgeFinder.tells(sign, key)) {
        groups.add(key.kind() + key.value());
      }
    }
    return groups;
  }

  /** What a cited paper is called: the end of its name. */
  private static String missing(String name) {
    return name.substring(name.indexOf('|', name.indexOf('|') + 1) + 1);
  }

  boolean holds(String name) {
    return signs.containsKey(name);
  }

  /** The steps a paper may be. */
  Set<String> of(DocumentId id) {
    return byDocument.getOrDefault(id, Set.of());
  }

  /**
   * All that hang together with any of these, by name.
   *
   * @param together pairs that people joined
   */
  Collection<Sign> hangingTogether(
      Collection<String> some, Map<DocumentId, Set<DocumentId>> together) {
    TreeMap<String, Sign> found = new TreeMap<>();
    Deque<Sign> next = new ArrayDeque<>();
    Set<String> visited = new HashSet<>();
    reach(some, found, next);
    while (!next.isEmpty()) {
      Sign sign = next.poll();
      reach(cites(sign), found, next);
      reach(alike(sign), found, next);
      for (String group : groups(sign)) {
        if (visited.add(group)) {
          reach(groups.getOrDefault(group, Set.of()), found, next);
        }
      }
      reach(missing(sign), found, next);
      sign.id()
          .ifPresent(id ->
              together.getOrDefault(id, Set.of()).forEach(other -> reach(of(other), found, next)));
    }
    return found.values();
  }

  /** What it has to do with papers that are named and not held. */
  private List<String> missing(Sign sign) {
    List<String> found = new ArrayList<>();
    for (Pointer pointer : sign.pointers()) {
      if (!pointer.isHeld()) {
        standIns.getOrDefault(CitedPapers.missing(pointer), Set.of()).stream()
            .filter(name -> ties(sign, pointer, name))
            .forEach(found::add);
        pointer
            .number()
            .ifPresent(number ->
                numbers.getOrDefault(number.toString(), Set.of()).stream()
                    .filter(name -> mayShare(sign, name))
                    .forEach(found::add));
      }
    }
    if (!sign.isHeld()) {
      String called = missing(sign.name());
      missing.getOrDefault(called, Set.of()).stream()
          .filter(name ->
              names(
                  name,
                  pointer -> !pointer.isHeld() && CitedPapers.missing(pointer).equals(called),
                  sign))
          .forEach(found::add);
    }
    return found;
  }

  private boolean mayShare(Sign sign, String name) {
    Sign other = signs.get(name);
    return other != null && EdgeScores.mayShare(sign, other);
  }

  /** Whether a sign has a pointer of this kind that ties it to another. */
  private boolean names(String name, Predicate<Pointer> kind, Sign cited) {
    Sign other = signs.get(name);
    return other != null
        && other.pointers().stream()
            .anyMatch(pointer -> kind.test(pointer) && ties(other, pointer, cited.name()));
  }

  private void reach(Collection<String> names, Map<String, Sign> found, Deque<Sign> next) {
    for (String name : names) {
      Sign sign = signs.get(name);
      if (sign != null && found.putIfAbsent(name, sign) == null) {
        next.add(sign);
      }
    }
  }

  private List<String> cites(Sign sign) {
    List<String> found = new ArrayList<>();
    for (Pointer pointer : sign.pointers()) {
      for (DocumentId target : pointer.targets()) {
        of(target).stream().filter(name -> ties(sign, pointer, name)).forEach(found::add);
      }
    }
    sign.id()
        .ifPresent(id -> {
          naming.getOrDefault(id, Set.of()).stream()
              .filter(name -> names(name, pointer -> pointer.targets().contains(id), sign))
              .forEach(found::add);
        });
    return found;
  }

  private boolean ties(Sign citing, Pointer pointer, String cited) {
    Sign sign = signs.get(cited);
    return sign != null
        && EdgeScores.citation(citing, sign, pointer)
            .filter(score -> score >= EdgeScores.LEAST)
            .isPresent();
  }

  private List<String> alike(Sign sign) {
    List<String> found = new ArrayList<>();
    if (EdgeScores.isComparable(sign)) {
      for (PairIndex.Near<String> near : subjects.near(sign.subject(), EdgeScores.LEAST_LIKENESS)) {
        Sign other = signs.get(near.thing());
        boolean tied =
            other != null
                && EdgeScores.alike(sign, other)
                    .filter(it -> it.score() >= EdgeScores.LEAST)
                    .isPresent();
        if (tied) {
          found.add(near.thing());
        }
      }
    }
    return found;
  }
}
