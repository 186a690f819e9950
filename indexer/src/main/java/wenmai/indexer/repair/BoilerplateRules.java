package wenmai.indexer.repair;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.indexer.extract.RuleLines;

/**
 * What counts as furniture around a paper (页面杂项规则), from {@code config/repair/boilerplate.txt}.
 *
 * @param line anywhere, whole lines
 * @param messaging anywhere, whole lines that messaging platforms add
 * @param head before the first paragraph, whole lines
 * @param tailStrong at the foot, whole lines, certain
 * @param tailWeak at the foot, whole lines, next to a strong one
 * @param recommended over a list of other papers at the foot, whole lines
 * @param recommendedOrOwn the same, but papers have such headings of their own
 * @param said in a line that is the paper's own
 * @param noTitle in a line that is no title of another paper
 * @param stop the paper's own last lines
 * @param inline within lines
 * @param entryJunk within a web page's head line or a line of credits
 * @param byline found in the line under a title on a messaging platform
 * @param webEntry in a web page's head line
 * @param credits a line that says who wrote and edited
 * @param appCredits who edited and checked a message, whole lines beside what the platform adds
 * @param inlineHints words one of which every notice within a line holds, in both scripts
 * @param menu words of menus
 * @param home the entry that menus begin with
 */
record BoilerplateRules(
    Pattern line,
    Pattern messaging,
    Pattern head,
    Pattern tailStrong,
    Pattern tailWeak,
    Pattern recommended,
    Pattern recommendedOrOwn,
    Pattern said,
    Pattern noTitle,
    Pattern stop,
    Pattern inline,
    Pattern entryJunk,
    Pattern byline,
    Pattern webEntry,
    Pattern credits,
    Pattern appCredits,
    List<String> inlineHints,
    Set<String> menu,
    Set<String> home) {

  /** Furniture is short; a longer line is a paragraph. */
  private static final int LONGEST = 320;

  private static final int ITEMS_OF_A_MENU = 4;
  private static final int LONGEST_ITEM = 10;
  private static final Pattern BETWEEN_ITEMS = Pattern.compile(" ?[|·丨/] ?| +");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern BAR = Pattern.compile("[|·丨/]");
  private static final int ITEMS_AFTER_HOME = 3;
  private static final Pattern FIGURE = Pattern.compile("[0-9]");
  private static final Pattern MENU_WORD = Pattern.compile(".*[.{].*");

  static BoilerplateRules read(Path config) {
    RuleLines rules = RuleLines.read(config.resolve("repair/boilerplate.txt"));
    Set<String> menu = new HashSet<>();
    for (String entry : rules.section("menu")) {
      menu.addAll(Arrays.asList(entry.split("\\|")));
    }
    menu.removeIf(word -> MENU_WORD.matcher(word).matches());
    return new BoilerplateRules(
        rules.anyOf("line"),
        rules.anyOf("messaging"),
        rules.anyOf("head"),
        rules.anyOf("tail-strong"),
        rules.anyOf("tail-weak"),
        rules.anyOf("recommended"),
        rules.anyOf("recommended-or-own"),
        rules.anyOf("said"),
        rules.anyOf("no-title"),
        rules.anyOf("stop"),
        rules.anyOf("inline"),
        rules.anyOf("entry-junk"),
        rules.anyOf("byline"),
        rules.anyOf("web-entry"),
        rules.anyOf("credits"),
        rules.anyOf("app-credits"),
        rules.section("inline-hints"),
        Set.copyOf(menu),
        Set.copyOf(rules.section("home")));
  }

  boolean isLine(TextLine line) {
    return !endsSentence(line) && (matches(line, this.line) || isMessaging(line));
  }

  boolean isMessaging(TextLine line) {
    return matches(line, messaging);
  }

  boolean isAppCredits(TextLine line) {
    return matches(line, appCredits);
  }

  /** Whether there is anything in a text that notices in mid-sentence consist of. */
  boolean mayHoldInline(String text) {
    return inlineHints.stream().anyMatch(text::contains);
  }

  private static boolean endsSentence(TextLine line) {
    String words = line.words();
    char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    return last == '。' || last == ';';
  }

  boolean isHead(TextLine line) {
    return matches(line, head) || isMenu(line);
  }

  boolean isTailStrong(TextLine line) {
    return matches(line, tailStrong)
        || isRecommended(line)
        || isLine(line)
        || (isMenu(line) && !isOfWordsAlone(line));
  }

  /** Counts beside a strong one; a row of words like those of menus may end a paper too. */
  boolean isTailWeak(TextLine line) {
    return matches(line, tailWeak) || isMenu(line);
  }

  /** Blanks between its entries, and none that only a site has. */
  private boolean isOfWordsAlone(TextLine line) {
    String[] items = BLANKS.split(line.words(), -1);
    return Arrays.stream(items).noneMatch(this::isHome)
        && Arrays.stream(items).noneMatch(item -> BAR.matcher(item).find());
  }

  /** 相关信息, 推荐阅读: other papers' titles may follow, or the paper's own words. */
  boolean isRecommendedOrOwn(TextLine line) {
    return matches(line, recommendedOrOwn);
  }

  /** A sentence, a point of a list, an article: the paper's own. */
  boolean isSaid(TextLine line) {
    return said.matcher(line.words()).find();
  }

  boolean mayBeTitle(TextLine line) {
    return !noTitle.matcher(line.words()).find();
  }

  /** 往期推荐, 相关文章: what follows are titles of other papers. */
  boolean isRecommended(TextLine line) {
    return matches(line, recommended);
  }

  boolean isStop(TextLine line) {
    return matches(line, stop);
  }

  /** A line of short entries, half of which are words of menus. */
  boolean isMenu(TextLine line) {
    if (line.words().length() > LONGEST) {
      return false;
    }
    String[] items = BETWEEN_ITEMS.split(line.words(), -1);
    int known = 0;
    int all = 0;
    for (String item : items) {
      if (item.isBlank()) {
        continue;
      }
      if (item.length() > LONGEST_ITEM) {
        return false;
      }
      all++;
      known += menu.contains(item) ? 1 : 0;
    }
    boolean home = isHome(items[0]) && !FIGURE.matcher(line.words()).find();
    return (all >= ITEMS_OF_A_MENU && known * 2 >= all)
        || (home && all >= ITEMS_AFTER_HOME && known * 2 >= Math.min(all, ITEMS_OF_A_MENU));
  }

  /** 首页: no paper has such an entry, a menu begins with it. */
  private boolean isHome(String item) {
    return home.contains(item);
  }

  /** A menu of one entry a line begins. */
  boolean isHome(TextLine line) {
    return isHome(line.words());
  }

  boolean isMenuWord(TextLine line) {
    return menu.contains(line.words());
  }

  private static boolean matches(TextLine line, Pattern pattern) {
    return line.words().length() <= LONGEST && pattern.matcher(line.words()).matches();
  }
}
