package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenmai.corpus.document.Votes;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.CodePointSpan;

/** Says what came of a matter as its papers state it, with the votes counted (事项结果). Pure. */
final class OutcomeReader {
  private static final Set<String> JUDGING =
      Set.of(
          "vote",
          "project-evaluation",
          "suggestion-feedback",
          "appraisal-vote",
          "appraisal-opinion",
          "work-appraisal-opinion");
  private static final Set<String> DECIDING =
      Set.of(
          "resolution",
          "adopted-law",
          "budget-resolution",
          "plan-resolution",
          "accounts-resolution",
          "adjustment-resolution");
  private static final Set<String> REPLYING = Set.of("reply", "second-reply");

  private final CourseReader course;
  private final Cues cues;

  OutcomeReader(CourseReader course, Cues cues) {
    this.course = course;
    this.cues = cues;
  }

  /**
   * The last result that is stated: a grade of satisfaction, a count of votes, a grade of reply.
   */
  Optional<String> read(Strand strand) {
    Optional<String> judged = Optional.empty();
    Optional<String> grade = Optional.empty();
    for (Step step : strand.steps()) {
      String role = step.stage().role();
      if (JUDGING.contains(role)) {
        judged = judged(step).or(keeping(judged));
      } else if (DECIDING.contains(role)) {
        judged = overall(step).map(OutcomeReader::counted).or(keeping(judged));
      } else if (REPLYING.contains(role)) {
        grade = course.grade(step.paper()).or(keeping(grade));
      }
    }
    if (grade.isEmpty()) {
      return judged;
    }
    String graded = "答复" + grade.get() + "类";
    return Optional.of(judged.map(it -> graded + "，代表" + it).orElse(graded));
  }

  private Optional<String> judged(Step step) {
    return course
        .outcome(step.paper(), step.scope())
        .map(outcome ->
            outcome.word() + overall(step).map(result -> "（" + counted(result) + "）").orElse(""));
  }

  private static java.util.function.Supplier<Optional<String>> keeping(Optional<String> before) {
    return () -> before;
  }

  /** The one vote of the step; of several the one on the whole. */
  private Optional<Votes.Result> overall(Step step) {
    List<Votes.Result> results =
        step.paper().paper().votes().map(Votes::results).orElse(List.of()).stream()
            .filter(result -> !result.counts().isEmpty() && isOf(step, result))
            .toList();
    return results.size() == 1
        ? Optional.of(results.getFirst())
        : results.stream()
            .filter(result -> cues.overall().matcher(result.subject()).find())
            .findFirst();
  }

  /** Whether a vote stands in the part of a joint paper that concerns the matter. */
  private static boolean isOf(Step step, Votes.Result result) {
    int place = result.evidence().span().start();
    return !step.stage().is(Stage.Trait.JOINT)
        || step.scope().stream()
            .anyMatch(sentence -> {
              CodePointSpan span = step.paper().quote(sentence.start(), sentence.end()).span();
              return span.start() <= place && place < span.end();
            });
  }

  private static String counted(Votes.Result result) {
    return result.counts().stream()
        .map(count -> count.choice() + count.votes() + "票")
        .collect(Collectors.joining("、"));
  }
}
