package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import wenmai.corpus.document.CongressSession;
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
  private final Map<String, Map<Subject, Set<String>>> numbers = new HashMap<>();
  private final Map<String, Set<String>> standIns = new HashMap<>();
  private final Map<Subject, Map<Course, Set<String>>> courses = new HashMap<>();
  private final PairIndex<Subject> subjects = new PairIndex<>();

  /** All that tells of a sign, beside its subject, how much it is like another. */
  private record Course(
      Subject subject, Optional<LocalDate> date, Optional<CongressSession> session) {
    static Course of(Sign sign) {
      return new Course(
          sign.subject(),
          sign.date(),
          sign.stage().is(Stage.Trait.SAME_SESSION) ? sign.session() : Optional.empty());
    }
  }

  void add(Sign sign) {
    signs.put(sign.name(), sign);
    each(sign, SignNet::insert);
    if (EdgeScores.isComparable(sign)) {
      put(
          new Slot<>(
              courses.computeIfAbsent(sign.subject(), each -> new HashMap<>()), Course.of(sign)),
          sign.name());
      subjects.add(sign.subject(), sign.subject());
    }
  }

  void remove(Sign sign) {
    signs.remove(sign.name());
    each(sign, SignNet::delete);
    for (Pointer pointer : sign.pointers()) {
      pointer
          .number()
          .ifPresent(number ->
              numbers.computeIfPresent(
                  number.toString(), (each, naming) -> naming.isEmpty() ? null : naming));
    }
    Map<Course, Set<String>> left = courses.get(sign.subject());
    if (left != null && EdgeScores.isComparable(sign)) {
      take(new Slot<>(left, Course.of(sign)), sign.name());
      if (left.isEmpty()) {
        courses.remove(sign.subject());
        subjects.remove(sign.subject());
      }
    }
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
            .ifPresent(number ->
                act.accept(
                    new Slot<>(
                        numbers.computeIfAbsent(number.toString(), each -> new HashMap<>()),
                        sign.subject()),
                    name));
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
    Likes likes = new Likes();
    reach(some, found, next);
    while (!next.isEmpty()) {
      Sign sign = next.poll();
      reach(cites(sign), found, next);
      reach(likes.of(sign), found, next);
      reach(likes.sharing(sign), found, next);
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

  /**
   * Looks for what is alike. What is like one of several that are the same to all others is like
   * each of them, so it is asked for once; and what has been found is not looked at again.
   */
  private final class Likes {
    private final Map<Subject, List<PairIndex.Near<Subject>>> near = new HashMap<>();
    private final Set<Course> asked = new HashSet<>();
    private final Map<Subject, Map<Course, Set<String>>> left = new HashMap<>();
    private final Set<Shared> sharing = new HashSet<>();
    private final Map<String, Map<Subject, Set<String>>> leftSharing = new HashMap<>();

    /** Those about one thing that name one missing paper. */
    private record Shared(String number, Subject subject) {}

    List<String> of(Sign sign) {
      List<String> names = new ArrayList<>();
      if (EdgeScores.isComparable(sign) && asked.add(Course.of(sign))) {
        near.computeIfAbsent(sign.subject(), each -> subjects.near(each, EdgeScores.LEAST_LIKENESS))
            .forEach(other ->
                move(
                    left.computeIfAbsent(other.thing(), each -> copy(courses, each)),
                    (course, those) -> isAlike(sign, those),
                    names));
      }
      return names;
    }

    private boolean isAlike(Sign sign, Set<String> those) {
      return those.stream()
          .limit(1)
          .map(signs::get)
          .filter(Objects::nonNull)
          .flatMap(other -> EdgeScores.alike(sign, other).stream())
          .anyMatch(scored -> scored.score() >= EdgeScores.LEAST);
    }

    /** Those that name the same missing paper by its number and are about something alike. */
    List<String> sharing(Sign sign) {
      List<String> names = new ArrayList<>();
      for (Pointer pointer : sign.pointers()) {
        if (!pointer.isHeld() && pointer.number().isPresent()) {
          String number = pointer.number().get().toString();
          if (sharing.add(new Shared(number, sign.subject()))) {
            move(
                leftSharing.computeIfAbsent(number, each -> copy(numbers, each)),
                (subject, those) -> EdgeScores.mayShare(sign.subject(), subject),
                names);
          }
        }
      }
      return names;
    }

    private static <K, T> Map<T, Set<String>> copy(Map<K, Map<T, Set<String>>> map, K key) {
      return new HashMap<>(map.getOrDefault(key, Map.of()));
    }

    private static <T> void move(
        Map<T, Set<String>> from, BiPredicate<T, Set<String>> which, List<String> to) {
      from.entrySet()
          .removeIf(each -> {
            boolean moves = which.test(each.getKey(), each.getValue());
            if (moves) {
              to.addAll(each.getValue());
            }
            return moves;
          });
    }
  }
}
