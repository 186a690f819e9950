package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what came of it one may look for a matter (按结果筛选). */
public enum OutcomeFilter {
  SATISFIED("satisfied"),
  BASICALLY_SATISFIED("basically-satisfied"),
  DISSATISFIED("dissatisfied"),
  PASSED("passed"),
  NOT_PASSED("not-passed"),
  GRADE_A("a"),
  GRADE_B("b"),
  GRADE_C("c");

  private final String key;

  OutcomeFilter(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<OutcomeFilter> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }

  /**
   * Whether it is the result that stands: a second vote takes the place of the first, a new grade
   * that of the old.
   */
  public boolean fits(List<Outcome> outcomes) {
    return switch (this) {
      case SATISFIED -> ends(outcomes, Verdict.SATISFIED);
      case BASICALLY_SATISFIED ->
          ends(outcomes, Verdict.BASICALLY_SATISFIED) || ends(outcomes, Verdict.RATHER_SATISFIED);
      case DISSATISFIED -> ends(outcomes, Verdict.DISSATISFIED);
      case PASSED -> ends(outcomes, Verdict.PASSED);
      case NOT_PASSED -> ends(outcomes, Verdict.NOT_PASSED);
      case GRADE_A -> graded(outcomes, ReplyGrade.A);
      case GRADE_B -> graded(outcomes, ReplyGrade.B);
      case GRADE_C -> graded(outcomes, ReplyGrade.C);
    };
  }

  private static boolean ends(List<Outcome> outcomes, Verdict verdict) {
    return OutcomeLine.standing(outcomes).flatMap(Outcome::verdict).equals(Optional.of(verdict));
  }

  private static boolean graded(List<Outcome> outcomes, ReplyGrade grade) {
    return OutcomeLine.grade(outcomes).equals(Optional.of(grade));
  }
}
