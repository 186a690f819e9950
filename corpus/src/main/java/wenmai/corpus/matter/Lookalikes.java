package wenmai.corpus.matter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.Matter.RelatedMatter;

/**
 * Matters about the same that are not the same (相似事项): last year's, the neighbour's. Made once of
 * the matters of one jurisdiction; a look-up compares only those that share words. For one thread.
 */
final class Lookalikes {
  private static final double LEAST = 0.62;
  private static final int MOST = 12;
  private static final Pattern NOTE =
      Pattern.compile("[（(][^（）()]{0,20}[）)]|[12][0-9]{3}年度?|关于|加强|决定|决议");

  private final List<MatterGist> matters;
  private final List<Subject> subjects;
  private final PairIndex index;

  Lookalikes(List<MatterGist> matters) {
    this.matters = matters;
    this.subjects = matters.stream().map(Lookalikes::subject).toList();
    this.index = new PairIndex(subjects);
  }

  private static Subject subject(MatterGist matter) {
    String words = NOTE.matcher(matter.subject()).replaceAll("/");
    for (String place : matter.region().map(Region::path).orElse(List.of())) {
      words = words.replace(place, "/");
    }
    return Subject.of(words);
  }

  /** Those like the one at this place, most alike first, with why they are named. */
  List<RelatedMatter> of(int place) {
    MatterGist matter = matters.get(place);
    return index.near(subjects.get(place), LEAST).stream()
        .filter(near -> !matters.get(near.index()).id().equals(matter.id()))
        .sorted(
            Comparator.comparingDouble(PairIndex.Near::likeness)
                .reversed()
                .thenComparing(near -> matters.get(near.index()).id()))
        .limit(MOST)
        .map(near -> matters.get(near.index()))
        .map(other -> new RelatedMatter(other.id(), why(matter, other)))
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
