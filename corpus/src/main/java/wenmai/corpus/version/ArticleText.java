package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.Span;

/**
 * One article (条) of a version, without its number.
 *
 * @param address such as {@code 12} or {@code 12_1}
 * @param label as printed: 第十二条
 * @param words the article behind its label
 */
public record ArticleText(String address, String label, String words) {

  /** The articles of a text in their order; a text without any is one article with address 0. */
  public static List<ArticleText> of(String text, Outline outline) {
    List<ArticleText> articles = new ArrayList<>();
    for (Division division : outline.divisions()) {
      if (division.level() == Level.ARTICLE && division.article().isPresent()) {
        articles.add(of(text, division));
      }
    }
    return articles.isEmpty() ? List.of(new ArticleText("0", "", text.strip())) : articles;
  }

  private static ArticleText of(String text, Division division) {
    Span span = division.span().toUtf16(text);
    String whole = span.in(text);
    String number = number(whole);
    return new ArticleText(
        division.article().orElseThrow(), number, whole.substring(number.length()).strip());
  }

  /** 第十二条 or 一、 at the start of a unit. */
  private static String number(String whole) {
    if (whole.startsWith("第")) {
      int end = whole.indexOf('条');
      int traditional = whole.indexOf('條');
      end = end < 0 || (traditional >= 0 && traditional < end) ? traditional : end;
      if (end > 0 && end < 12) {
        boolean inserted = end + 2 < whole.length() && whole.charAt(end + 1) == '之';
        return whole.substring(0, inserted ? end + 3 : end + 1);
      }
      return "";
    }
    int end = 0;
    while (end < Math.min(6, whole.length())
        && "一二三四五六七八九十0123456789（）()".indexOf(whole.charAt(end)) >= 0) {
      end++;
    }
    boolean marked = end > 0 && end < whole.length() && "、.．".indexOf(whole.charAt(end)) >= 0;
    return marked ? whole.substring(0, end + 1) : "";
  }

  /** Its number as a sort key, where it has one. */
  int number() {
    return Provision.parse(address).map(it -> it.ranges().getFirst().first().article()).orElse(0);
  }
}
