package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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

  /** 110105 19491231 002X. */
  private static final Pattern IDENTITY_APART =
      Pattern.compile(
          "[1-9](?<![0-9A-Za-z][1-9])[0-9]{5}[ -]?(?:18|19|20)[0-9]{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[ -]?[0-9Xx](?![0-9A-Za-z])");

  /** 139 1234 5678. */
  private static final Pattern MOBILE_APART =
      Pattern.compile("1(?<![0-9]1)[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])");

  private static final int CONTACT_REACH = 24;

  /** Who a number belongs to may stand a line above it. */
  private static final int PERSON_REACH = 48;

  private static final int MOBILE_DIGITS = 11;
  private static final int MOST = 50;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** A number and what it is, in Chinese. */
  record Finding(Span span, String what) {}

  private PersonalData() {}

  /**
   * Which words before a number tell whose it is.
   *
   * @param contacts it is there to be called
   * @param persons it is a deputy's or a citizen's own
   * @param offices it is an office's again, or there for anybody to call
   * @param called figures in groups are a number
   * @param cards what looks like the number of an identity card is one
   */
  record Words(Pattern contacts, Pattern persons, Pattern offices, Pattern called, Pattern cards) {
    static Words of(Phrases phrases) {
      return new Words(
          phrases.any("contacts"),
          phrases.any("private-persons"),
          phrases.any("office-persons"),
          phrases.any("called"),
          phrases.any("identity-words"));
    }
  }

  static List<Finding> find(String folded, Words words) {
    List<Finding> findings = new ArrayList<>(apart(folded, words));
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
        judge(folded, Span.of(at, after), words, findings);
      }
      at = after;
    }
    return findings;
  }

  /** Numbers whose figures are set in groups, so that they are no column of a table. */
  private static List<Finding> apart(String folded, Words words) {
    List<Finding> findings = new ArrayList<>();
    Matcher card = IDENTITY_APART.matcher(folded);
    while (card.find() && findings.size() < MOST) {
      String number = card.group().replaceAll("[ -]", "");
      if (number.length() < card.end() - card.start()
          && (isChecked(number) || words.cards().matcher(before(folded, card.start())).find())) {
        findings.add(new Finding(Span.of(card.start(), card.end()), "居民身份证号码"));
      }
    }
    Matcher mobile = MOBILE_APART.matcher(folded);
    while (mobile.find() && findings.size() < MOST) {
      Span span = Span.of(mobile.start(), mobile.end());
      if (words.called().matcher(before(folded, mobile.start())).find()
          && !isContact(folded, span, words)) {
        findings.add(new Finding(span, "手机号码"));
      }
    }
    return findings;
  }

  private static String before(String folded, int at) {
    return folded.substring(Math.max(0, at - CONTACT_REACH), at);
  }

  private static void judge(String folded, Span span, Words words, List<Finding> findings) {
    String number = span.in(folded);
    boolean card = IDENTITY.matcher(number).matches();
    if (card && (isChecked(number) || words.cards().matcher(folded).find())) {
      findings.add(new Finding(span, "居民身份证号码"));
    } else if (MOBILE.matcher(number).matches() && !isContact(folded, span, words)) {
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

  /** An office's number in the words 联系电话 … is there to be called; that of a deputy is not. */
  private static boolean isContact(String folded, Span number, Words words) {
    String before = folded.substring(Math.max(0, number.start() - PERSON_REACH), number.start());
    return words.contacts().matcher(before(folded, number.start())).find()
        && last(words.persons(), before) <= last(words.offices(), before);
  }

  /** Where the last of these words begins; -1 where there is none. */
  private static int last(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }
}
