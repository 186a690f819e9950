package wenmai.indexer.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;

/**
 * Takes out what stands around a paper (去除页面杂项): lines that no paper has, a page's head before the
 * first of the paper's own lines, a page's foot after the last of them, notices in mid-sentence.
 * Where a notice stood between two stretches of text they are kept apart by a line end.
 */
final class BoilerplateRepair {
  /** A page's head is no longer. */
  private static final int HEAD_LINES = 30;

  /** From this length on a line with a full stop is a paragraph of the paper. */
  private static final int PARAGRAPH = 60;

  /** Site names before a menu are no longer. */
  private static final int SITE_NAME = 24;

  /** Signs that the name of a site does not have. */
  private static final Pattern SENTENCE = Pattern.compile("[,!?;:\"“”《》…]");

  private static final int LINES_OF_A_COLUMN = 80;
  private static final int ENTRIES_OF_A_COLUMN = 4;
  private static final int LONGEST_ENTRY = 11;
  private static final Pattern SENTENCE_OR_END = Pattern.compile("[,!?;:\"“”《》…。0-9]");

  private static final int TITLES_OF_A_LIST = 3;
  private static final int LINES_OF_A_FOOT = 60;

  /** A paper keeps its furniture if less than so many letters would be left of it. */
  private static final int LETTERS_OF_A_PAPER = 40;

  private static final Pattern LIST_ITEM =
      Pattern.compile("(?:【.{1,24}】|[·•●■◆▪▶>-] ?|\\[.{1,12}\\] ?|\\d{1,2}[.、] ?).{4,120}");

  /** Who wrote and edited a paper stands in its last lines. */
  private static final int CREDIT_LINES = 6;

  private final BoilerplateRules rules;
  private final Folding folding;

  BoilerplateRepair(BoilerplateRules rules, Folding folding) {
    this.rules = rules;
    this.folding = folding;
  }

  List<Draft.Edit> of(String text) {
    List<TextLine> lines = TextLine.of(text, folding);
    BitSet out = new BitSet(lines.size());
    int foot = foot(lines, out);
    head(lines, foot, out);
    for (int i = 0; i < lines.size(); i++) {
      TimeIsUp.check();
      if (!lines.get(i).isBlank() && rules.isLine(lines.get(i))) {
        out.set(i);
      }
    }
    return leavesAPaper(text, lines, out) ? edits(text, lines, out) : List.of();
  }

  /** Marks the head of the page: up to the last menu or breadcrumb before the first paragraph. */
  private void head(List<TextLine> lines, int foot, BitSet out) {
    int last = -1;
    int limit = Math.min(foot, HEAD_LINES);
    for (int i = 0; i < limit; i++) {
      TextLine line = lines.get(i);
      if (line.words().length() >= PARAGRAPH && line.words().contains("。")) {
        break;
      }
      if (line.isBlank()) {
        continue;
      }
      if (rules.isHead(line)) {
        out.set(i);
      }
      if (rules.isMenu(line) || rules.isLine(line)) {
        last = i;
      }
    }
    last = Math.max(last, column(lines, foot, out));
    for (int i = 0; i < last; i++) {
      TextLine line = lines.get(i);
      boolean name =
          line.words().length() <= SITE_NAME
              && i + 4 >= last
              && !SENTENCE.matcher(line.words()).find()
              && !isOverByline(lines, i)
              && !rules.webEntry().matcher(line.words()).find();
      if (!line.isBlank() && name && !out.get(i) && isAboveAllText(lines, i, out)) {
        out.set(i);
      }
    }
  }

  /**
   * Marks a menu of one entry a line (竖排导航), from 首页 to the last word of menus with nothing but
   * short lines between, and says where it ends; -1 where there is none.
   */
  private int column(List<TextLine> lines, int foot, BitSet out) {
    int first = 0;
    while (first < Math.min(foot, HEAD_LINES) && !rules.isHome(lines.get(first))) {
      first++;
    }
    int known = 0;
    int last = -1;
    for (int i = first; i < Math.min(foot, first + LINES_OF_A_COLUMN); i++) {
      TextLine line = lines.get(i);
      if (line.words().length() > LONGEST_ENTRY || SENTENCE_OR_END.matcher(line.words()).find()) {
        break;
      }
      if (rules.isMenuWord(line) || rules.isHome(line)) {
        known++;
        last = i;
      }
    }
    if (known < ENTRIES_OF_A_COLUMN) {
      return -1;
    }
    for (int i = first; i <= last; i++) {
      if (!lines.get(i).isBlank()) {
        out.set(i);
      }
    }
    return last;
  }

  /** A title, though a page's furniture follows: under it stands who wrote it, and when. */
  private boolean isOverByline(List<TextLine> lines, int index) {
    int next = index + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && rules.byline().matcher(lines.get(next).words()).find();
  }

  /** Only furniture stands before this line. */
  private static boolean isAboveAllText(List<TextLine> lines, int index, BitSet out) {
    for (int i = 0; i < index; i++) {
      if (!lines.get(i).isBlank() && !out.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Marks the foot of the page, from below, and says where it begins. */
  private int foot(List<TextLine> lines, BitSet out) {
    int begin = recommended(lines);
    boolean message = lines.subList(begin, lines.size()).stream().anyMatch(rules::isMessaging);
    int strange = 0;
    for (int i = begin - 1; i >= 0 && lines.size() - i <= LINES_OF_A_FOOT; i--) {
      TextLine line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      boolean strong = begin < lines.size();
      if (rules.isTailStrong(line) || (strong && rules.isRecommendedOrOwn(line))) {
        strange = 0;
        begin = i;
        message |= rules.isMessaging(line);
      } else if (message && rules.isAppCredits(line)) {
        begin = i;
      } else if (rules.isStop(line)) {
        break;
      } else if (strong && isTitleInAList(lines, i)) {
        begin = i;
      } else if (strange > 0 || !rules.isTailWeak(line)) {
        // A weak line is the foot's only if a strong one stands above it; so is one unknown line.
        strange++;
        if (strange > 1 || !strong || isParagraph(line) || rules.isSaid(line)) {
          break;
        }
      }
    }
    for (int i = begin; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.set(i);
      }
    }
    return begin;
  }

  /**
   * Where a list of other papers begins, which a page recommends below its own: under a heading
   * that says so nothing but titles to the end of the text, or to the lines of its foot.
   */
  private int recommended(List<TextLine> lines) {
    int first = Math.max(0, lines.size() - LINES_OF_A_FOOT);
    for (int i = first; i < lines.size(); i++) {
      boolean certain = rules.isRecommended(lines.get(i));
      if ((certain || rules.isRecommendedOrOwn(lines.get(i)))
          && hasTitlesOnly(lines, i + 1)
          && (certain || isOnAPage(lines, i + 1))) {
        return i;
      }
    }
    return lines.size();
  }

  /** Whether the page shows itself below, and what stands above that reads like titles. */
  private boolean isOnAPage(List<TextLine> lines, int from) {
    for (TextLine line : lines.subList(from, lines.size())) {
      if (rules.isTailStrong(line)) {
        return true;
      }
      if (!line.isBlank() && !rules.mayBeTitle(line)) {
        return false;
      }
    }
    return false;
  }

  private boolean hasTitlesOnly(List<TextLine> lines, int from) {
    for (TextLine line : lines.subList(from, lines.size())) {
      boolean title =
          line.words().length() < PARAGRAPH && !rules.isSaid(line) && !rules.isStop(line);
      if (!line.isBlank() && !title && !rules.isTailStrong(line) && !rules.isTailWeak(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isParagraph(TextLine line) {
    return line.words().length() >= PARAGRAPH;
  }

  /** One of several titles that all begin alike: recommended reading. */
  private static boolean isTitleInAList(List<TextLine> lines, int index) {
    int items = 0;
    for (int i = index; i >= 0 && isItem(lines.get(i)); i--) {
      items++;
    }
    for (int i = index + 1; i < lines.size() && isItem(lines.get(i)); i++) {
      items++;
    }
    return isItem(lines.get(index)) && items >= TITLES_OF_A_LIST;
  }

  private static boolean isItem(TextLine line) {
    return LIST_ITEM.matcher(line.words()).matches() && !line.words().endsWith("。");
  }

  private static boolean leavesAPaper(String text, List<TextLine> lines, BitSet out) {
    int letters = 0;
    for (int i = 0; i < lines.size() && letters < LETTERS_OF_A_PAPER; i++) {
      if (!out.get(i)) {
        letters +=
            (int)
                text.substring(lines.get(i).start(), lines.get(i).end())
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .count();
      }
    }
    return letters >= LETTERS_OF_A_PAPER;
  }

  private List<Draft.Edit> edits(String text, List<TextLine> lines, BitSet out) {
    List<Draft.Edit> edits = new ArrayList<>();
    boolean prose = false;
    boolean notices = rules.mayHoldInline(text);
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (out.get(i)) {
        int from = i;
        while (i + 1 < lines.size() && goesOn(lines, i + 1, out, from == 0)) {
          i++;
        }
        while (i + 1 == lines.size() && from > 0 && lines.get(from - 1).isBlank()) {
          from--;
        }
        edits.add(cutLines(text, lines.get(from), lines.get(i)));
        continue;
      }
      prose |= isParagraph(line) && line.words().contains("。");
      boolean edge = (!prose && i < HEAD_LINES) || i >= lines.size() - CREDIT_LINES;
      if (!line.isBlank() && (notices || edge)) {
        within(text, line, prose, edits);
      }
    }
    return edits;
  }

  /** Whether a cut takes this line along: furniture, or blank lines between it or at an edge. */
  private static boolean goesOn(List<TextLine> lines, int index, BitSet out, boolean atTop) {
    int next = index;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return (atTop && next > index) || next == lines.size() || out.get(next);
  }

  /** Whole lines with their ends; the last line of a text takes the end before it along. */
  private static Draft.Edit cutLines(String text, TextLine first, TextLine last) {
    int start = first.start();
    int end = last.next(text);
    if (end == text.length() && start > 0 && text.charAt(end - 1) != '\n') {
      start--;
    }
    return Draft.Edit.cut(start, end, Repair.Reason.BOILERPLATE);
  }

  private void within(String text, TextLine line, boolean prose, List<Draft.Edit> edits) {
    boolean header =
        (!prose && rules.webEntry().matcher(line.words()).find())
            || rules.credits().matcher(line.words()).matches();
    String words = text.substring(line.start(), line.end());
    if (!header && !rules.mayHoldInline(words)) {
      return;
    }
    String folded = folding.fold(words);
    Matcher matcher = (header ? rules.entryJunk() : rules.inline()).matcher(folded);
    while (matcher.find()) {
      if (matcher.end() == matcher.start()) {
        continue;
      }
      int start = line.start() + matcher.start();
      int end = line.start() + matcher.end();
      boolean between =
          !header
              && !text.substring(line.start(), start).isBlank()
              && !text.substring(end, line.end()).isBlank();
      edits.add(
          new Draft.Edit(Span.of(start, end), between ? "\n" : "", Repair.Reason.BOILERPLATE));
    }
  }
}
