package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** How a vote or an assessment ended, as stated (表决、测评结果). */
public enum Verdict {
  PASSED("passed", "通过", Choice.Scale.VOTE),
  NOT_PASSED("not-passed", "未通过", Choice.Scale.VOTE),
  SATISFIED("satisfied", "满意", Choice.Scale.SATISFACTION),
  RATHER_SATISFIED("rather-satisfied", "比较满意", Choice.Scale.SATISFACTION),
  BASICALLY_SATISFIED("basically-satisfied", "基本满意", Choice.Scale.SATISFACTION),
  DISSATISFIED("dissatisfied", "不满意", Choice.Scale.SATISFACTION),
  EXCELLENT("excellent", "优秀", Choice.Scale.FITNESS),
  COMPETENT("competent", "称职", Choice.Scale.FITNESS),
  BARELY_COMPETENT("barely-competent", "基本称职", Choice.Scale.FITNESS),
  INCOMPETENT("incompetent", "不称职", Choice.Scale.FITNESS),
  QUALIFIED("qualified", "合格", Choice.Scale.FITNESS),
  NOT_QUALIFIED("not-qualified", "不合格", Choice.Scale.FITNESS);

  private final String key;
  private final String word;
  private final Choice.Scale scale;

  Verdict(String key, String word, Choice.Scale scale) {
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

  public Choice.Scale scale() {
    return scale;
  }

  public static Optional<Verdict> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
