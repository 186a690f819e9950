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
  private static final Pattern DAY = Pattern.compile("(?<![0-9年])[0-9]{1,2}月[0-9]{1,2}日");
  private static final Pattern COUNTED = Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,5}[次期批届场]");

  private static final int OPENING = 400;

  static NewsEvent of(String text) {
    Matcher day = DAY.matcher(text);
    Set<String> counted = new TreeSet<>();
    COUNTED
        .matcher(text.substring(0, Math.min(OPENING, text.length())))
        .results()
        .forEach(found -> counted.add(found.group()));
    return new NewsEvent(day.find() ? Optional.of(day.group()) : Optional.empty(), counted);
  }

  /** Whether both tell of one event; where neither names a day nobody knows. */
  boolean isThatOf(NewsEvent other) {
    return day.isPresent() && day.equals(other.day) && counted.equals(other.counted);
  }
}
