package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.Matter.RelatedMatter;

/**
 * Matters about the same that are not the same (相似事项): last year's, the neighbour's. Made once of
 * any number of matters, of one jurisdiction or of all; a look-up compares only those that share
 * words.
 */
public final class Lookalikes {
  private static final double LEAST = 0.62;
  private static final int MOST = 12;
  private static final Pattern NOTE =
      Pattern.compile("[（(][^（）()]{0,20}[）)]|[12][0-9]{3}年度?|关于|加强|决定|决议");

  private final Map<String, List<MatterDraft>> byPair = new HashMap<>();
  private final Map<String, Subject> subjects = new HashMap<>();

  private Lookalikes(Collection<MatterDraft> drafts) {
    for (MatterDraft draft : drafts) {
      Subject subject = subject(draft);
      subjects.put(draft.id(), subject);
      for (String pair : subject.pairs()) {
        byPair.computeIfAbsent(pair, each -> new ArrayList<>()).add(draft);
      }
    }
  }

  public static Lookalikes among(Collection<MatterDraft> drafts) {
    return new Lookalikes(drafts);
  }

  private static Subject subject(MatterDraft draft) {
    String words = NOTE.matcher(draft.subject()).replaceAll("/");
    for (String place : draft.region().map(Region::path).orElse(List.of())) {
      words = words.replace(place, "/");
    }
    return Subject.of(words);
  }

  /** Those like this one, most alike first, with why they are named. */
  public List<RelatedMatter> of(MatterDraft draft) {
    Subject subject = subjects.getOrDefault(draft.id(), subject(draft));
    Set<MatterDraft> candidates = new HashSet<>();
    subject.pairs().stream()
        .map(pair -> byPair.getOrDefault(pair, List.of()))
        .sorted(Comparator.comparingInt(List::size))
        .limit(4)
        .forEach(candidates::addAll);
    return candidates.stream()
        .filter(other -> !other.id().equals(draft.id()))
        .map(other ->
            new Found(other, subject.likeness(subjects.getOrDefault(other.id(), Subject.none()))))
        .filter(found -> found.likeness() >= LEAST)
        .sorted(
            Comparator.comparingDouble(Found::likeness)
                .reversed()
                .thenComparing(found -> found.other().id()))
        .limit(MOST)
        .map(found -> new RelatedMatter(found.other().id(), why(draft, found.other())))
        .toList();
  }

  private record Found(MatterDraft other, double likeness) {}

  private static String why(MatterDraft draft, MatterDraft other) {
    Optional<String> here = draft.region().map(Region::name);
    Optional<String> there = other.region().map(Region::name);
    if (!here.equals(there)) {
      return there.orElse("别处") + "的同类事项";
    }
    if (draft.type() != other.type()) {
      return "同一主题的其他程序";
    }
    Optional<Integer> year = draft.opened().map(day -> day.getYear());
    Optional<Integer> otherYear = other.opened().map(day -> day.getYear());
    if (year.isEmpty() || otherYear.isEmpty() || year.equals(otherYear)) {
      return "同一主题的另一事项";
    }
    return (otherYear.get() < year.get() ? "此前的同类事项（" : "此后的同类事项（") + otherYear.get() + "年）";
  }
}
