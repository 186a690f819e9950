package wenmai.indexer.gazette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/**
 * The table of contents of an issue (公报目录).
 *
 * @param titles in order
 * @param end where in the text it ends
 * @param name where the name of the gazette runs over the end of its line; nothing where it does
 *     not
 */
record Contents(List<Title> titles, int end, Optional<Span> name) {

  /**
   * @param order the number before it, with its sign; empty where it has none
   * @param words the whole title, without line ends
   * @param lastLine what stands in its last line, before the page number
   */
  record Title(String order, String words, String lastLine) {

    /** As it is printed, its number and all: a body may count its papers too. */
    String printed() {
      return order + words;
    }
  }

  /** The cover says what it is within the first lines. */
  private static final int COVER_LINES = 60;

  private static final int LINES = 400;
  private static final int LINES_OF_A_TITLE = 4;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_LINE = 160;

  /** 关于…的决定……………（12）: a title, leaders, a page. */
  private static final Pattern ENTRY =
      Pattern.compile("([^ .．·・…⋯。_—/-].*?)[ .．·・…⋯。_—/-]{0,120}+[（(]? ?(\\d{1,4}) ?[)）]?");

  private static final String BLANKS = "\t\n\u000b\f\r";

  /** A page that did not fit into the line of its leaders, or of its title. */
  private static final Pattern PAGE =
      Pattern.compile("(?<more>[ .．·・…⋯_-]{0,120}+)[（(]? ?\\d{1,4} ?[)）]?");

  private static final Pattern LEADERS = Pattern.compile(".*[.．·・…⋯_-][ .．·・…⋯_-]");

  private static final double SHARE_OF_PAPERS = 0.6;

  /** Whether the entries are papers by themselves rather than chapters of one. */
  boolean areOfPapers(GazetteRules rules) {
    long papers =
        titles.stream()
            .filter(title -> isOfPaper(title, rules))
            .filter(title -> !rules.chapter().matcher(title.lastLine()).matches())
            .count();
    return papers >= titles.size() * SHARE_OF_PAPERS;
  }

  /** In a narrow column the last line of a title may be one character of it. */
  private static boolean isOfPaper(Title title, GazetteRules rules) {
    return rules.paper().matcher(title.lastLine()).matches()
        || rules.ends().matcher(title.words()).matches();
  }

  static Optional<Contents> of(String text, GazetteRules rules) {
    int start = 0;
    boolean gazette = false;
    String above = "";
    int aboveEnd = 0;
    Optional<Span> broken = Optional.empty();
    for (int line = 0; line < COVER_LINES && start < text.length(); line++) {
      int end = lineEnd(text, start);
      String words = words(text, start, end);
      if (!gazette && !isCover(words, rules) && isCover(above + words, rules)) {
        broken = Optional.of(Span.of(aboveEnd, start));
      }
      gazette |= isCover(words, rules) || broken.isPresent();
      above = words;
      aboveEnd = end;
      if (gazette && rules.heading().matcher(words).matches()) {
        Contents paged = read(text, end + 1, rules);
        Contents found = paged.titles().isEmpty() ? readWithoutPages(text, end + 1, rules) : paged;
        return Optional.of(new Contents(found.titles(), found.end(), broken));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  /** Set large, the name of a gazette may run over the end of its line. */
  private static boolean isCover(String words, GazetteRules rules) {
    return words.length() <= LONGEST_LINE / 2
        && rules.cover().mayBeIn(words)
        && rules.cover().pattern().matcher(words).matches();
  }

  private static Contents read(String text, int from, GazetteRules rules) {
    List<Title> titles = new ArrayList<>();
    List<String> open = new ArrayList<>();
    String order = "";
    int start = from;
    int end = Math.min(from, text.length());
    int page = 0;
    for (int line = 0; line < LINES && start < text.length(); line++) {
      int lineEnd = lineEnd(text, start);
      String words = words(text, start, lineEnd);
      start = lineEnd + 1;
      if (words.isEmpty()) {
        continue;
      }
      if (!open.isEmpty() && isPageOf(open.getLast(), words)) {
        words = open.removeLast() + words;
      }
      if (open.isEmpty()) {
        order = order(words, rules);
        words = words.substring(order.length());
      }
      Matcher entry = ENTRY.matcher(words);
      if (words.length() <= LONGEST_LINE && entry.matches() && isPage(entry, words, page)) {
        open.add(entry.group(1).strip());
        String title = String.join("", open);
        if (title.length() >= SHORTEST_TITLE) {
          titles.add(new Title(order, title, open.getLast()));
          page = Integer.parseInt(entry.group(2));
        }
        open.clear();
        end = Math.min(text.length(), start);
      } else {
        open.add(words);
        if (open.size() > LINES_OF_A_TITLE) {
          break; // no entry has so many lines: the contents are over
        }
      }
    }
    return new Contents(List.copyOf(titles), end, Optional.empty());
  }

  /** On a web page contents have no pages: they end where the first of their titles comes again. */
  private static Contents readWithoutPages(String text, int from, GazetteRules rules) {
    List<Title> titles = new ArrayList<>();
    String open = "";
    int start = from;
    for (int i = 0; i < LINES && start < text.length(); i++) {
      int lineEnd = lineEnd(text, start);
      String line = words(text, start, lineEnd);
      String order = order(line, rules);
      String words = line.substring(order.length());
      if (words.length() >= SHORTEST_TITLE && comesAgain(titles, words)) {
        return new Contents(List.copyOf(titles), start, Optional.empty());
      }
      open = rules.group().matcher(words).matches() ? "" : open + words;
      if (open.length() > LONGEST_LINE) {
        break; // no title is so long: this is a text already
      }
      if (rules.ends().matcher(open).matches()) {
        if (open.length() >= SHORTEST_TITLE) {
          titles.add(new Title(order, open, words));
        }
        open = "";
      } else if (!rules.paper().matcher(open).matches()) {
        open = ""; // the name of a group without brackets
      }
      start = lineEnd + 1;
    }
    return new Contents(List.of(), Math.min(from, text.length()), Optional.empty());
  }

  /** Whether a line is the rest of an entry: its page, with or without some of its leaders. */
  private static boolean isPageOf(String entry, String words) {
    Matcher page = PAGE.matcher(words);
    return page.matches() && LEADERS.matcher(entry + page.group("more")).matches();
  }

  private static String order(String words, GazetteRules rules) {
    Matcher order = rules.order().matcher(words);
    return order.find() ? order.group() : "";
  }

  private static boolean comesAgain(List<Title> titles, String line) {
    String squeezed = line.replace(" ", "");
    return titles.stream().anyMatch(title -> title.words().replace(" ", "").startsWith(squeezed));
  }

  /** Pages rise, and something sets the number apart from the title. */
  private static boolean isPage(Matcher entry, String words, int last) {
    int page = Integer.parseInt(entry.group(2));
    boolean apart = entry.end(1) < entry.start(2) || words.endsWith(")") || words.endsWith("）");
    return page >= last && apart;
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private static String words(String text, int start, int end) {
    int last = Math.min(end, start + LONGEST_LINE * 2);
    StringBuilder line = new StringBuilder(last - start);
    for (int i = start; i < last; i++) {
      char c = text.charAt(i);
      boolean blank = Character.getType(c) == Character.SPACE_SEPARATOR || BLANKS.indexOf(c) >= 0;
      line.append(blank ? ' ' : c);
    }
    return line.toString().strip();
  }
}
