package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line what came of a matter (结果摘要): the last vote or assessment, the last grade. */
public final class OutcomeLine {
  private OutcomeLine() {}

  /** The last result that is no grade of a reply. */
  public static Optional<Outcome> standing(List<Outcome> outcomes) {
    return outcomes.reversed().stream().filter(each -> each.grade().isEmpty()).findFirst();
  }

  /** The last grade of a reply. */
  public static Optional<ReplyGrade> grade(List<Outcome> outcomes) {
    return outcomes.reversed().stream().flatMap(each -> each.grade().stream()).findFirst();
  }

  /** In Chinese; empty where nothing is recorded. */
  static Optional<String> of(List<Outcome> outcomes) {
    Optional<String> judged = standing(outcomes).map(last -> judged(last, beside(last, outcomes)));
    Optional<String> graded = grade(outcomes).map(grade -> "答复" + grade.name() + "类");
    return graded
        .map(grade -> judged.map(words -> grade + "，代表" + words).orElse(grade))
        .or(() -> judged);
  }

  /** What was counted for a result: in its own sentence, or in another of the same paper. */
  public static Optional<Outcome.Tally> beside(Outcome result, List<Outcome> outcomes) {
    return result
        .tally()
        .or(() ->
            outcomes.reversed().stream()
                .filter(each -> each.evidence().document().equals(result.evidence().document()))
                .flatMap(each -> each.tally().stream())
                .findFirst());
  }

  private static String judged(Outcome outcome, Optional<Outcome.Tally> tally) {
    String word = outcome.verdict().map(Verdict::word).orElse("");
    String counted = tally.map(OutcomeLine::counted).orElse("");
    return word.isEmpty() ? counted : counted.isEmpty() ? word : word + "（" + counted + "）";
  }

  private static String counted(Outcome.Tally tally) {
    String counts =
        tally.counts().stream().map(OutcomeLine::counted).collect(Collectors.joining("、"));
    return counts.isEmpty() && tally.rate().isPresent()
        ? "满意率" + percent(tally.rate().getAsDouble())
        : counts;
  }

  private static String counted(Outcome.Count count) {
    return count.choice().word()
        + (count.votes().isPresent()
            ? count.votes().getAsInt() + "票"
            : percent(count.share().orElse(0)));
  }

  /** 85.7% or 90%. */
  public static String percent(double share) {
    return share == Math.rint(share) ? (long) share + "%" : share + "%";
  }
}
