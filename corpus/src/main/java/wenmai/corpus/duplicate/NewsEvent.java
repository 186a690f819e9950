package wenmai.corpus.duplicate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells one event in the news from the next of its kind (新闻事件): the day it names first, and
 * which meeting or batch it was. Congresses report week after week under one headline.
 *
 * @param day as 9月14日; empty where none is named
 * @param counted 第四十一次, 第3批 and the like near the beginning
 */
record NewsEvent(Optional<String> day, Set<String> counted) {
  private static final Pattern DAY = Pattern.compile("(?<![0-9])[0-9]{1,2}月[0-9]{1,2}日");

  /** With its year it may be the day over the piece, on which a paper came out. */
  private static final Pattern WITHOUT_YEAR = Pattern.compile("(?<!年)" + DAY.pattern());

  private static final Pattern COUNTED = Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,5}[次期批届场]");

  private static final int OPENING = 400;

  static NewsEvent of(String text) {
    Optional<String> day = first(WITHOUT_YEAR, text).or(() -> first(DAY, text));
    Set<String> counted = new TreeSet<>();
    COUNTED
        .matcher(text.substring(0, Math.min(OPENING, text.length())))
        .results()
        .forEach(found -> counted.add(found.group()));
    return new NewsEvent(day, counted);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** Whether both tell of one event; where neither names a day nor a meeting nobody knows. */
  boolean isThatOf(NewsEvent other) {
    boolean known = day.isPresent() || !counted.isEmpty();
    return known && day.equals(other.day) && counted.equals(other.counted);
  }
}
