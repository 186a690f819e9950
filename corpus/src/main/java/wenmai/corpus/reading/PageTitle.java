package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the name that a browser shows, saved over the paper itself (网页标题): 某决议_某某人大网. It is the
 * title with the site's name behind, and no line of the paper. So is the name of a book (书眉) over
 * the number of its page.
 */
final class PageTitle {
  private static final Pattern PAGE = Pattern.compile("第?[0-9]{1,4}页(?:共[0-9]{1,4}页)?");

  /** The title itself may be broken over a few. */
  private static final int LINES_BELOW = 5;

  private PageTitle() {}

  static boolean is(Phrases phrases, List<Line> lines, int at) {
    return isOfBrowser(phrases, lines, at) || isOfBook(phrases, lines, at);
  }

  /** 某县人大常委会制度汇编 over 第32页. */
  private static boolean isOfBook(Phrases phrases, List<Line> lines, int at) {
    return at + 1 < lines.size()
        && phrases.any("books").matcher(lines.get(at).compact()).matches()
        && PAGE.matcher(lines.get(at + 1).compact()).matches();
  }

  private static boolean isOfBrowser(Phrases phrases, List<Line> lines, int at) {
    Matcher name = phrases.any("browser-names").matcher(lines.get(at).compact());
    if (!name.matches()) {
      return false;
    }
    StringBuilder below = new StringBuilder();
    lines.stream().skip(at + 1L).limit(LINES_BELOW).map(Line::compact).forEach(below::append);
    return below.indexOf(name.group("end")) >= 0;
  }
}
