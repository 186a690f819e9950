package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final PairIndex<String> index = new PairIndex<>();

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
    index.add(key, subject(matter));
  }

  void remove(String key) {
    matters.remove(key);
    index.remove(key);
  }

  /** The keys of those that are like this one, its own too where it is one of them. */
  List<String> near(MatterGist matter) {
    return index.near(subject(matter), LEAST).stream().map(PairIndex.Near::thing).toList();
  }

  private Subject subject(MatterGist matter) {
    String words = titles.any("likeness-noise").matcher(matter.subject()).replaceAll("/");
    for (String place : matter.region().map(Region::path).orElse(List.of())) {
      words = words.replace(place, "/");
    }
    return Subject.of(words);
  }

  private record Like(String key, MatterGist matter, double likeness) {}

  /** Those like this one, most alike first, with why they are named. */
  List<RelatedMatter> of(MatterGist matter) {
    List<Like> alike = new ArrayList<>();
    for (PairIndex.Near<String> near : index.near(subject(matter), LEAST)) {
      MatterGist other = matters.get(near.thing());
      if (other != null && !other.id().equals(matter.id())) {
        alike.add(new Like(near.thing(), other, near.likeness()));
      }
    }
    return alike.stream()
        .sorted(
            Comparator.comparingDouble(Like::likeness)
                .reversed()
                .thenComparing(like -> like.matter().id())
                .thenComparing(Like::key))
        .limit(MOST)
        .map(like -> new RelatedMatter(like.matter().id(), why(matter, like.matter())))
        .toList();
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
