package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * Finds signs that stand in place of a name (遮名): 契合*经济社会发展, ××市, 张**. Products (3×4), the ** of
 * Markdown and bullets are none. One pass.
 */
final class MaskedNames {
  private static final String STARS = "*＊";
  private static final String CROSSES = "×ＸＸXx○〇";
  private static final String ZEROS = "○〇";
  private static final String NUMERALS = "零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾0123456789０１２３４５６７８９";
  private static final int LONGEST = 4;
  private static final int MOST = 20;
  private static final String SOMEBODY = "某";
  private static final int LEGEND_REACH = 12;

  private final Pattern before;
  private final Pattern behind;
  private final People people;

  /**
   * @param phrases what stands at a sign of which a note says what it means
   * @param people whose names may be hidden
   */
  MaskedNames(Phrases phrases, People people) {
    this.people = people;
    this.before = Pattern.compile(phrases.any("legend-before").pattern() + "$");
    this.behind = phrases.any("legend-behind");
  }

  List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    Set<String> legends = new HashSet<>();
    int bold = 0;
    int at = 0;
    while (at < text.length() && found.size() < MOST) {
      char c = text.charAt(at);
      if (PlaceNames.isHan(c)) {
        at++;
        continue;
      }
      boolean star = STARS.indexOf(c) >= 0;
      if (!star && CROSSES.indexOf(c) < 0) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
      bold += c == '*' && end - at == 2 ? 1 : 0;
      boolean fits = end - at <= LONGEST && (star || end - at >= 2);
      if (star && isLegend(text, at, end)) {
        legends.add(text.substring(at, end));
      } else if (fits && standsForName(text, at, end)) {
        found.add(Span.of(at, end));
      }
      at = end;
    }
    // Two pairs of ** are a word in bold type.
    return bold >= 2
        ? List.of()
        : found.stream()
            .filter(span -> !legends.contains(span.in(text)) || hidesAPerson(text, span.start()))
            .toList();
  }

  /** 张某*, 李*: whatever a note says of the sign, behind a family name alone it hides the rest. */
  private boolean hidesAPerson(String text, int start) {
    int from = start;
    while (from > 0 && start - from <= LONGEST && PlaceNames.isHan(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, start);
    return people.isSurname(word) || (word.endsWith(SOMEBODY) && word.length() > 1);
  }

  /** 注：*表示重点, 带*的为必填项: a sign that is explained stands for no name. */
  private boolean isLegend(String text, int start, int end) {
    String after = text.substring(end, Math.min(text.length(), end + LEGEND_REACH));
    String left = text.substring(Math.max(0, start - LEGEND_REACH), start);
    boolean told = behind.matcher(after).lookingAt();
    boolean alone = left.isEmpty() || !PlaceNames.isHan(left.charAt(left.length() - 1));
    return told && (alone || before.matcher(left).find());
  }

  /** Chinese on the right without a blank between, and no line start or figure on the left. */
  private static boolean standsForName(String text, int start, int end) {
    if (ZEROS.indexOf(text.charAt(start)) >= 0
        && (isNumeral(text, start - 1) || isNumeral(text, end))) {
      return false; // 二〇〇四年, 二○○名
    }
    boolean right = end < text.length() && PlaceNames.isHan(text.charAt(end));
    boolean left = start > 0 && PlaceNames.isHan(text.charAt(start - 1));
    boolean figures = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)) && !left;
    boolean closes = end < text.length() && "，。、；,;）)”".indexOf(text.charAt(end)) >= 0;
    return !figures && (right || (left && closes));
  }

  private static boolean isNumeral(String text, int at) {
    return at >= 0 && at < text.length() && NUMERALS.indexOf(text.charAt(at)) >= 0;
  }
}
