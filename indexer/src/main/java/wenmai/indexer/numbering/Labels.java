package wenmai.indexer.numbering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts through the numbered paragraphs of one document, in their order, and writes their labels
 * (编号计数). For one thread.
 */
public final class Labels {
  private static final Pattern NUMBER = Pattern.compile("%([1-9])");

  /** Signs that keep a label from its text by themselves, so that no blank is written after. */
  private static final String SIGNS_THAT_SEPARATE = "、）．。，：　";

  /** A sign of a list that counts nothing, where its own is of a font of symbols. */
  private static final String BULLET = "·";

  private static final int UNUSED = Integer.MIN_VALUE;

  private final Map<String, int[]> counters = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  /**
   * The label of the next paragraph, with what keeps it from its text; empty where the list says
   * nothing of that level.
   *
   * @param name of the list, for telling whether it has been used
   * @param level 0 is the outermost
   */
  public String next(String name, NumberedList list, int level) {
    if (level < 0 || level >= list.levels().size()) {
      return "";
    }
    int[] counts = counts(list);
    Integer anew = list.anew().get(level);
    ListLevel own = list.levels().get(level);
    if (anew != null && begun.add(name + '/' + level)) {
      counts[level] = anew;
    } else {
      counts[level] = counts[level] == UNUSED ? start(list, level) : counts[level] + 1;
    }
    for (int inner = level + 1; inner < counts.length; inner++) {
      int after = inner < list.levels().size() ? list.levels().get(inner).restartAfter() : -1;
      if (after == ListLevel.BY_ALL || level < after) {
        counts[inner] = UNUSED;
      }
    }
    return written(own, list, counts);
  }

  private int[] counts(NumberedList list) {
    int size = list.levels().size();
    int[] counts = counters.get(list.counter());
    if (counts == null || counts.length < size) {
      int known = counts == null ? 0 : counts.length;
      counts = counts == null ? new int[size] : Arrays.copyOf(counts, size);
      Arrays.fill(counts, known, size, UNUSED);
      counters.put(list.counter(), counts);
    }
    return counts;
  }

  private static int start(NumberedList list, int level) {
    return list.anew().getOrDefault(level, list.levels().get(level).start());
  }

  private static String written(ListLevel own, NumberedList list, int[] counts) {
    if (own.style() == NumberStyle.BULLET) {
      return bullet(own.text());
    }
    StringBuilder label = new StringBuilder();
    Matcher number = NUMBER.matcher(own.text());
    while (number.find()) {
      int level = number.group(1).charAt(0) - '1';
      String figures = level < list.levels().size() ? figures(own, list, counts, level) : "";
      number.appendReplacement(label, Matcher.quoteReplacement(figures));
    }
    number.appendTail(label);
    return label.isEmpty() || label.toString().isBlank() ? "" : label + gap(own, label);
  }

  /** A level that has not been reached counts as if it began. */
  private static String figures(ListLevel own, NumberedList list, int[] counts, int level) {
    int count = counts[level] == UNUSED ? start(list, level) : counts[level];
    NumberStyle style = list.levels().get(level).style();
    boolean plain = own.legal() && style != NumberStyle.BULLET && style != NumberStyle.NONE;
    return (plain ? NumberStyle.DECIMAL : style).write(count);
  }

  /** Fonts of symbols put their signs on letters and in the private area. */
  private static String bullet(String sign) {
    boolean own =
        sign.codePoints().allMatch(c -> c > 0x7F && Character.getType(c) != Character.PRIVATE_USE);
    return sign.isBlank() ? "" : (own ? sign.strip() : BULLET) + " ";
  }

  private static String gap(ListLevel own, CharSequence label) {
    boolean separated = SIGNS_THAT_SEPARATE.indexOf(label.charAt(label.length() - 1)) >= 0;
    return own.after() == ListLevel.Gap.NOTHING || separated ? "" : " ";
  }
}
