package wenmai.corpus.matter;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenmai.corpus.text.SiftedPattern;

/**
 * What sentences of demands and of reports are compared by (比对用词): pairs of neighbouring
 * characters, and figures with their units. Days are left out; of what tells, so are words that
 * stand in any demand (加强, 完善, 落实), from {@code config/matters/demand-words.txt}. Immutable.
 */
final class DemandWords {
  private static final Pattern FIGURE =
      Pattern.compile("[0-9]+(?:[.,][0-9]+)?(?:万|亿|千|百)?[\\p{IsHan}%]");
  private static final SiftedPattern ARTICLE = SiftedPattern.compile("第[一二三四五六七八九十百0-9]{1,5}[条项章]");
  private static final SiftedPattern DAY =
      SiftedPattern.compile(
          "(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}日|年)(?:底|末|上半年|下半年|季度)?(?:之前|以前|前)");
  private static final SiftedPattern TIME =
      SiftedPattern.compile("[12][0-9]{3}年度?|[0-9]{1,2}月(?:[0-9]{1,2}日)?");

  /** Empty words by their first characters, the longest of each first. */
  private final Map<Character, List<String>> empty;

  private final Set<String> subject;

  private DemandWords(Map<Character, List<String>> empty, Set<String> subject) {
    this.empty = Map.copyOf(empty);
    this.subject = Set.copyOf(subject);
  }

  /**
   * @param empty words that tell nothing
   * @throws IllegalArgumentException if there are none
   */
  static DemandWords of(List<String> empty) {
    if (empty.isEmpty()) {
      throw new IllegalArgumentException(
          "config/matters/demand-words.txt lists no word; take it from the last good version");
    }
    return new DemandWords(
        empty.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(word -> word.charAt(0))),
        Set.of());
  }

  /** The same for papers of one subject, as this title names it. */
  DemandWords about(String title) {
    return new DemandWords(empty, telling(title));
  }

  /** All of a sentence, without days. */
  Set<String> all(String sentence) {
    return terms(without(DAY, sentence));
  }

  /** What tells this sentence from others of its kind. */
  Set<String> telling(String sentence) {
    return terms(withoutEmpty(without(TIME, without(DAY, sentence))));
  }

  private static String without(SiftedPattern pattern, String words) {
    return pattern.mayBeIn(words) ? pattern.pattern().matcher(words).replaceAll("/") : words;
  }

  /** A table takes a tenth of what a pattern of some hundred words does. */
  private String withoutEmpty(String words) {
    StringBuilder telling = new StringBuilder(words.length());
    int at = 0;
    while (at < words.length()) {
      int from = at;
      String found = "";
      for (String word : empty.getOrDefault(words.charAt(at), List.of())) {
        if (found.isEmpty() && words.startsWith(word, from)) {
          found = word;
        }
      }
      telling.append(found.isEmpty() ? words.charAt(at) : '/');
      at += Math.max(1, found.length());
    }
    return telling.toString();
  }

  /** Of terms that tell, those that are not the subject of all these papers. */
  Set<String> besideSubject(Set<String> telling) {
    Set<String> beside = new HashSet<>(telling);
    beside.removeAll(subject);
    return beside;
  }

  private static Set<String> terms(String words) {
    Set<String> terms = new HashSet<>();
    Matcher figures = FIGURE.matcher(words);
    while (figures.find()) {
      terms.add(figures.group().replace(",", ""));
    }
    if (ARTICLE.mayBeIn(words)) {
      ARTICLE.pattern().matcher(words).results().forEach(found -> terms.add(found.group()));
    }
    for (int i = 0; i + 1 < words.length(); i++) {
      if (isHan(words.charAt(i)) && isHan(words.charAt(i + 1))) {
        terms.add(words.substring(i, i + 2));
      }
    }
    return terms;
  }

  /** Nearly all Han characters stand in one block, and nothing else stands there. */
  private static boolean isHan(char c) {
    return c >= '\u4e00' && c <= '\u9fff'
        || c >= '\u2e80' && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
