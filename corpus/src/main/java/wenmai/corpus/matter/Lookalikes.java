package wenmai.corpus.matter;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.Matter.RelatedMatter;

/**
 * Matters about the same that are not the same (相似事项): last year's, the neighbour's. Of the matters
 * of one jurisdiction, which come and go; a look-up compares only those that share words. For one
 * thread.
 */
final class Lookalikes {
  private static final double LEAST = 0.62;
  private static final int MOST = 12;

  private final NamedPatterns titles;
  private final Map<String, MatterGist> matters = new HashMap<>();
  private final Map<Subject, NavigableSet<Ref>> bySubject = new HashMap<>();
  private final PairIndex<Subject> index = new PairIndex<>();

  /** One of those about the same thing. */
  private record Ref(String id, String key) {
    private static final Comparator<Ref> ORDER =
        Comparator.comparing(Ref::id).thenComparing(Ref::key);
  }

  /**
   * @param titles what stands in titles beside the subject
   */
  Lookalikes(NamedPatterns titles) {
    this.titles = titles;
  }

  /**
   * @param key tells it from every other
   */
  void add(String key, MatterGist matter) {
    matters.put(key, matter);
    Subject subject = subject(matter);
    index.add(subject, subject);
    bySubject
        .computeIfAbsent(subject, each -> new TreeSet<>(Ref.ORDER))
        .add(new Ref(matter.id(), key));
  }

  void remove(String key) {
    MatterGist matter = matters.remove(key);
    if (matter != null) {
      Subject subject = subject(matter);
      NavigableSet<Ref> left =
          bySubject.computeIfPresent(
              subject,
              (each, refs) -> {
                refs.remove(new Ref(matter.id(), key));
                return refs.isEmpty() ? null : refs;
              });
      if (left == null) {
        index.remove(subject);
      }
    }
  }

  /** The keys of those that are like something about this, its own too where it is one of them. */
  Set<String> near(Subject subject) {
    Set<String> keys = new HashSet<>();
    for (PairIndex.Near<Subject> near : index.near(subject, LEAST)) {
      refs(near).forEach(ref -> keys.add(ref.key()));
    }
    return keys;
  }

  private NavigableSet<Ref> refs(PairIndex.Near<Subject> near) {
    return bySubject.getOrDefault(near.thing(), Collections.emptyNavigableSet());
  }

  /** By what it is like others. */
  Subject subject(MatterGist matter) {
    String words = titles.any("likeness-noise").matcher(matter.subject()).replaceAll("/");
    for (String place : matter.region().map(Region::path).orElse(List.of())) {
      words = words.replace(place, "/");
    }
    return Subject.of(words);
  }

  /** Those like this one, most alike first, with why they are named. */
  List<RelatedMatter> of(MatterGist matter) {
    Map<Double, NavigableSet<Ref>> alike = new TreeMap<>(Comparator.reverseOrder());
    for (PairIndex.Near<Subject> near : index.near(subject(matter), LEAST)) {
      refs(near).stream()
          .filter(ref -> !ref.id().equals(matter.id()))
          .limit(MOST) // of thousands about the same no more are named
          .forEach(ref ->
              alike.computeIfAbsent(near.likeness(), each -> new TreeSet<>(Ref.ORDER)).add(ref));
    }
    return alike.values().stream()
        .flatMap(Set::stream)
        .limit(MOST)
        .map(ref -> related(matter, Objects.requireNonNull(matters.get(ref.key()))))
        .toList();
  }

  private static RelatedMatter related(MatterGist matter, MatterGist other) {
    return new RelatedMatter(other.id(), why(matter, other));
  }

  private static String why(MatterGist matter, MatterGist other) {
    Optional<String> here = matter.region().map(Region::name);
    Optional<String> there = other.region().map(Region::name);
    if (!here.equals(there)) {
      return there.orElse("别处") + "的同类事项";
    }
    if (matter.type() != other.type()) {
      return "同一主题的其他程序";
    }
    Optional<Integer> year = matter.opened().map(day -> day.getYear());
    Optional<Integer> otherYear = other.opened().map(day -> day.getYear());
    if (year.isEmpty() || otherYear.isEmpty() || year.equals(otherYear)) {
      return "同一主题的另一事项";
    }
    return (otherYear.get() < year.get() ? "此前的同类事项（" : "此后的同类事项（") + otherYear.get() + "年）";
  }
}
