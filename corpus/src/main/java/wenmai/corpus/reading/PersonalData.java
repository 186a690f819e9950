package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * Finds personal data (个人信息) that must not become public unseen: identity-card numbers whose check
 * digit is right (GB 11643-1999) or that are called so, and mobile numbers that are not given as a
 * contact.
 */
final class PersonalData {
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
  private static final Pattern CARD_WORD = Pattern.compile("身份证|公民身份号码");
  private static final int CONTACT_REACH = 24;
  private static final int MOBILE_DIGITS = 11;
  private static final int MOST = 50;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** A number and what it is, in Chinese. */
  record Finding(Span span, String what) {}

  private PersonalData() {}

  /**
   * @param contacts words before a number that is there to be called
   */
  static List<Finding> find(String folded, Pattern contacts) {
    List<Finding> findings = new ArrayList<>();
    int at = 0;
    while (at < folded.length() && findings.size() < MOST) {
      if (!isFigure(folded.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < folded.length() && isFigure(folded.charAt(end))) {
        end++;
      }
      int after = end < folded.length() && "Xx".indexOf(folded.charAt(end)) >= 0 ? end + 1 : end;
      if (end - at >= MOBILE_DIGITS && !isPartOfCode(folded, at, after)) {
        judge(folded, Span.of(at, after), contacts, findings);
      }
      at = after;
    }
    return findings;
  }

  private static void judge(String folded, Span span, Pattern contacts, List<Finding> findings) {
    String number = span.in(folded);
    boolean card = IDENTITY.matcher(number).matches();
    if (card && (isChecked(number) || CARD_WORD.matcher(folded).find())) {
      findings.add(new Finding(span, "居民身份证号码"));
    } else if (MOBILE.matcher(number).matches() && !isContact(folded, span, contacts)) {
      findings.add(new Finding(span, "手机号码"));
    }
  }

  /** Letters at its side make a number a code of another kind. */
  private static boolean isPartOfCode(String folded, int start, int end) {
    return (start > 0 && isLatin(folded.charAt(start - 1)))
        || (end < folded.length() && isLatin(folded.charAt(end)));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  /** The check digit of ISO 7064, MOD 11-2. */
  private static boolean isChecked(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return Character.toUpperCase(number.charAt(17)) == CHECKS.charAt(sum % 11);
  }

  /** An office's number in the words 联系电话 … is there to be called. */
  private static boolean isContact(String folded, Span number, Pattern contacts) {
    String before = folded.substring(Math.max(0, number.start() - CONTACT_REACH), number.start());
    return contacts.matcher(before).find();
  }
}
