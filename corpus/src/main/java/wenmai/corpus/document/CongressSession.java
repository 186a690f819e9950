package wenmai.corpus.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 届次: the term of a congress and the sitting within it, printed 第十六届第十二次会议. Whose sitting it is
 * says {@link SessionBody}.
 *
 * @param term 届, 1 to 99
 * @param sitting 次, 1 to 199
 */
public record CongressSession(int term, int sitting) {
  private static final Pattern FORM =
      Pattern.compile("第([一二三四五六七八九十]{1,3})届第([一二三四五六七八九十百零]{1,5})次会议");
  private static final String DIGITS = "零一二三四五六七八九";

  public CongressSession {
    if (term < 1 || term > 99 || sitting < 1 || sitting > 199) {
      throw new IllegalArgumentException("not a session: " + term + ", " + sitting);
    }
  }

  public static Optional<CongressSession> parse(String printed) {
    Matcher matcher = FORM.matcher(printed);
    return matcher.matches()
        ? Optional.of(new CongressSession(number(matcher.group(1)), number(matcher.group(2))))
        : Optional.empty();
  }

  private static int number(String chinese) {
    int total = 0;
    int digit = 0;
    for (int i = 0; i < chinese.length(); i++) {
      char c = chinese.charAt(i);
      if (c == '百' || c == '十') {
        total += Math.max(1, digit) * (c == '百' ? 100 : 10);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(c);
      }
    }
    return total + digit;
  }

  private static String print(int number) {
    StringBuilder out = new StringBuilder();
    int rest = number;
    if (rest >= 100) {
      out.append("一百");
      rest -= 100;
      if (rest > 0 && rest < 10) {
        out.append('零');
      } else if (rest >= 10 && rest < 20) {
        out.append('一');
      }
    }
    if (rest >= 10) {
      out.append(rest >= 20 ? DIGITS.substring(rest / 10, rest / 10 + 1) : "").append('十');
    }
    if (rest % 10 > 0) {
      out.append(DIGITS.charAt(rest % 10));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return "第" + print(term) + "届第" + print(sitting) + "次会议";
  }
}
