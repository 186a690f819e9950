package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the name that a browser shows, saved over the paper itself (网页标题): 某决议_某某人大网. It is the
 * title with the site's name behind, and no line of the paper.
 */
final class PageTitle {
  private static final Pattern NAME =
      Pattern.compile(".*(?<end>.{8})(?:[_|][^_|。]{2,16}){0,3}[_|-][^_|。]{2,16}(?:网|网站|门户|平台)");

  /** The title itself may be broken over a few. */
  private static final int LINES_BELOW = 5;

  private PageTitle() {}

  static boolean is(List<Line> lines, int at) {
    Matcher name = NAME.matcher(lines.get(at).compact());
    if (!name.matches()) {
      return false;
    }
    StringBuilder below = new StringBuilder();
    lines.stream().skip(at + 1L).limit(LINES_BELOW).map(Line::compact).forEach(below::append);
    return below.indexOf(name.group("end")) >= 0;
  }
}
