package wenmai.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a vote, an assessment or a reply came to, as a person writes it down (结果更正):
 * 满意25票，基本满意3票，不满意1票，结果满意; A类; 未载明. Where a paper tells of several, what was voted on stands before
 * it: 农村饮水安全：满意25票，不满意3票.
 *
 * @param subject what was voted on; may be empty
 * @param counts in the order written
 * @param outcome how it ended; empty where that is not recorded
 */
public record VoteResult(String subject, List<Votes.Count> counts, String outcome) {
  /** What says that nothing is recorded. */
  public static final String UNRECORDED = "未载明";

  private static final Set<String> CHOICES =
      Set.of(
          "赞成", "反对", "弃权", "未按表决器", "很满意", "满意", "比较满意", "基本满意", "不满意", "不了解", "优秀", "良好", "称职",
          "基本称职", "不称职");
  private static final Set<String> OUTCOMES =
      Set.of(
          "通过", "未通过", "满意", "比较满意", "基本满意", "不满意", "优秀", "称职", "基本称职", "不称职", "合格", "不合格", "A类",
          "B类", "C类", "D类");
  private static final Pattern SUBJECT = Pattern.compile("^([^：:，,；;]{2,120})[：:](?=.)");
  private static final Pattern COUNT = Pattern.compile("([\\p{IsHan}]{2,5})([0-9]{1,5})[票人]?");
  private static final Pattern OUTCOME =
      Pattern.compile("(?:结果|等次)?(?:为|是|：|:)?([\\p{IsHan}A-D]{2,4})");
  private static final int MOST_COUNTS = 8;

  public VoteResult {
    counts = List.copyOf(counts);
  }

  /** Whether it says that nothing is recorded. */
  public boolean isUnrecorded() {
    return counts.isEmpty() && outcome.isEmpty();
  }

  /** What was written, or empty where it is no result. */
  public static Optional<VoteResult> parse(String written) {
    String words = written.strip().replaceAll("\\s+", "");
    String subject = "";
    Matcher named = SUBJECT.matcher(words);
    if (named.find() && !named.group(1).matches("结果|等次")) {
      subject = named.group(1);
      words = words.substring(named.end());
    }
    if (words.equals(UNRECORDED)) {
      return Optional.of(new VoteResult(subject, List.of(), ""));
    }
    List<Votes.Count> counts = new ArrayList<>();
    String outcome = "";
    for (String part : words.split("[，,；;、。]")) {
      Matcher count = COUNT.matcher(part);
      Matcher end = OUTCOME.matcher(part);
      if (count.matches() && CHOICES.contains(count.group(1))) {
        counts.add(new Votes.Count(count.group(1), Integer.parseInt(count.group(2))));
      } else if (outcome.isEmpty() && end.matches() && OUTCOMES.contains(end.group(1))) {
        outcome = end.group(1);
      } else {
        return Optional.empty();
      }
    }
    long different = counts.stream().map(Votes.Count::choice).distinct().count();
    boolean sound = different == counts.size() && counts.size() <= MOST_COUNTS;
    return sound && !(counts.isEmpty() && outcome.isEmpty())
        ? Optional.of(new VoteResult(subject, counts, outcome))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String before = subject.isEmpty() ? "" : subject + "：";
    if (isUnrecorded()) {
      return before + UNRECORDED;
    }
    String counted =
        counts.stream()
            .map(count -> count.choice() + count.votes() + "票")
            .collect(Collectors.joining("，"));
    String ended = outcome.isEmpty() ? "" : (counts.isEmpty() ? "" : "，") + "结果" + outcome;
    return before + counted + ended;
  }
}
