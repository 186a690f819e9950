package wenmai.corpus.reading;

import java.util.regex.Pattern;

/**
 * Whether one name of an organ is short for another (简称与全称), as a title and a signature have them.
 */
final class FullerName {
  private static final String CONGRESS = "人民代表大会";

  /** A standing committee's committee in a street or a zone. */
  private static final Pattern OUTPOST = Pattern.compile(".+(?:街道|区)人民代表大会(?:常务委员会)?工作委员会");

  /** So many characters at the end say what an organ is: 委员会, 办公室. */
  private static final int SAME_END = 3;

  private FullerName() {}

  /** 教科文卫工委 is short for 教育科学文化卫生工作委员会, and 青浉街道人大工委 for 某区人民代表大会常务委员会青浉街道工作委员会. */
  static boolean isShortFor(String name, String full) {
    String end = name.substring(Math.max(0, name.length() - SAME_END));
    boolean longer = full.length() > name.length() && full.endsWith(end);
    String outpost = OUTPOST.matcher(name).matches() ? name.replace(CONGRESS, "") : name;
    return longer && (isWithin(name, full) || isWithin(outpost, full));
  }

  /** Whether the characters of a name stand in another in this order. */
  private static boolean isWithin(String name, String full) {
    int at = 0;
    for (int i = 0; i < full.length() && at < name.length(); i++) {
      at += full.charAt(i) == name.charAt(at) ? 1 : 0;
    }
    return at == name.length();
  }
}
