package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** What one can choose in a vote or an assessment (表决意向、测评档次). */
public enum Choice {
  FOR("for", "赞成", Scale.VOTE),
  AGAINST("against", "反对", Scale.VOTE),
  ABSTAINING("abstaining", "弃权", Scale.VOTE),
  NOT_VOTING("not-voting", "未按表决器", Scale.VOTE),
  VERY_SATISFIED("very-satisfied", "很满意", Scale.SATISFACTION),
  SATISFIED("satisfied", "满意", Scale.SATISFACTION),
  RATHER_SATISFIED("rather-satisfied", "比较满意", Scale.SATISFACTION),
  BASICALLY_SATISFIED("basically-satisfied", "基本满意", Scale.SATISFACTION),
  DISSATISFIED("dissatisfied", "不满意", Scale.SATISFACTION),
  UNSURE("unsure", "不了解", Scale.SATISFACTION),
  EXCELLENT("excellent", "优秀", Scale.FITNESS),
  GOOD("good", "良好", Scale.FITNESS),
  COMPETENT("competent", "称职", Scale.FITNESS),
  BARELY_COMPETENT("barely-competent", "基本称职", Scale.FITNESS),
  INCOMPETENT("incompetent", "不称职", Scale.FITNESS);

  /** Choices of one scale stand in one count. */
  public enum Scale {
    VOTE,
    SATISFACTION,
    FITNESS
  }

  private final String key;
  private final String word;
  private final Scale scale;

  Choice(String key, String word, Scale scale) {
    this.key = key;
    this.word = word;
    this.scale = scale;
  }

  public String key() {
    return key;
  }

  /** As papers usually call it. */
  public String word() {
    return word;
  }

  public Scale scale() {
    return scale;
  }

  public static Optional<Choice> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
