package wenmai.corpus.engine.lucene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.analyzers.number.Numeral;

/** Writes 第十二条 in a title as 第12条, for some archives hold each article as a paper of its own. */
final class TitleNumerals {
  private static final Pattern ARTICLE = Pattern.compile("(?<=第)[零〇一二三四五六七八九十百千]{1,9}+(?=条)");

  private TitleNumerals() {}

  static String inDigits(String title) {
    Matcher matcher = ARTICLE.matcher(title);
    if (!matcher.find()) {
      return title;
    }
    return matcher.replaceAll(found -> digits(found.group()));
  }

  private static String digits(String chinese) {
    char[] characters = chinese.toCharArray();
    String single = chinese.length() == 1 ? Numeral.single(characters[0]) : "";
    if (!single.isEmpty()) {
      return single;
    }
    Numeral numeral = new Numeral();
    boolean read = numeral.read(characters, 0, characters.length);
    return read && numeral.end() == characters.length ? numeral.value().toString() : chinese;
  }
}
