package wenmai.corpus.engine;

import java.util.regex.Pattern;

/** What a text of rules is called without what tells its articles and versions apart (规范名称). */
public final class LawName {
  /** Stands at the beginning of laws' titles and tells nothing. */
  private static final String STATE = "中华人民共和国";

  /** Behind a title: which article, which version. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?"
              + "|[（(][^（()）]*(?:[0-9〇一二三四五六七八九]年?|修正|修订|修改|版)[^（()）]*[）)])+$");

  /** What {@link #BEHIND} can end in: looked at first, for a million titles are read at a time. */
  private static final String LAST = "条一二三四五六七八九十）)";

  private LawName() {}

  /** The same for all articles and all versions of a law; the title itself where it has neither. */
  public static String in(String title) {
    String stripped = title.strip();
    boolean told = !stripped.isEmpty() && LAST.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    String name = told ? BEHIND.matcher(stripped).replaceFirst("") : stripped;
    return name.startsWith(STATE) ? name.substring(STATE.length()) : name;
  }
}
