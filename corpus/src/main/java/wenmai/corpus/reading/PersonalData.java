package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * Finds personal data (个人信息) that must not become public unseen: identity-card numbers whose check
 * digit is right (GB 11643-1999), and mobile numbers that are not given as a contact.
 */
final class PersonalData {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])[0-9]{11,18}[Xx]?(?![0-9A-Za-z])");
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern IDENTITY =
      Pattern.compile(
          "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
  private static final Pattern CONTACT =
      Pattern.compile("联系|电话|热线|咨询|监督|举报|传真|客服|邮箱|手机版|QQ|微信|报名|值班");
  private static final int CONTACT_REACH = 24;
  private static final int MOST = 50;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /** A number and what it is, in Chinese. */
  record Finding(Span span, String what) {}

  private PersonalData() {}

  static List<Finding> find(String folded) {
    List<Finding> findings = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(folded);
    while (matcher.find() && findings.size() < MOST) {
      String number = matcher.group();
      Span span = Span.of(matcher.start(), matcher.end());
      if (IDENTITY.matcher(number).matches() && isChecked(number)) {
        findings.add(new Finding(span, "居民身份证号码"));
      } else if (MOBILE.matcher(number).matches() && !isContact(folded, span)) {
        findings.add(new Finding(span, "手机号码"));
      }
    }
    return findings;
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
  private static boolean isContact(String folded, Span number) {
    String before = folded.substring(Math.max(0, number.start() - CONTACT_REACH), number.start());
    return CONTACT.matcher(before).find();
  }
}
