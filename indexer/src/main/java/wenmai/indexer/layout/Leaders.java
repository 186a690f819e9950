package wenmai.indexer.layout;

import java.util.regex.Pattern;

/** The end of an entry of a table of contents (目录引线): leaders and a page. */
public final class Leaders {
  private static final Pattern END =
      Pattern.compile("(?:[…⋯] ?[…⋯]|[.．·・] ?[.．·・] ?[.．·・])[ .．·・…⋯]*+[（(]? ?\\d{1,4} ?[)）]?$");

  private Leaders() {}

  public static boolean end(String line) {
    return END.matcher(line).find();
  }
}
