package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Finds the paper on a web page (正文识别): the element a known family of sites puts it in, else the
 * smallest one that holds nearly all text that is not links, with the title and the line of dates
 * and sources above it.
 */
final class HtmlMain {
  /** Deeper pages are not built by people. */
  private static final int DEEPEST = 200;

  /** A known element must hold so much of the page's words to be the paper's. */
  private static final double SHARE_OF_KNOWN = 0.45;

  /** One goes down to a child as long as it holds so much of all words. */
  private static final double SHARE_OF_CHILD = 0.85;

  private static final int LETTERS_OF_A_PAPER = 40;
  private static final int LINES_ABOVE = 25;
  private static final int LONGEST_TITLE = 160;
  private static final Pattern SENTENCE = Pattern.compile("[。；，、：;]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern BLANKS_AND_SIGNS = Pattern.compile("[\\s\\u3000\\p{P}\\p{S}]+");

  /** So many lines of nothing but links, one under the other, are a list of other pages. */
  private static final int LINKS_OF_A_LIST = 3;

  private static final int LINES_BELOW = 8;

  private final HtmlLines lines;
  private final HtmlRules rules;
  private final Document page;
  private final IdentityHashMap<Element, Long> weights = new IdentityHashMap<>();
  private long total;

  HtmlMain(Document page, HtmlLines lines, HtmlRules rules) {
    this.page = page;
    this.lines = lines;
    this.rules = rules;
  }

  /** Marks for all that is not the paper's; none where the paper cannot be told. */
  List<RawText.Mark> furniture() {
    weigh();
    Element main = known().orElseGet(this::densest);
    BitSet kept = inside(main);
    int letters = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      letters += lines.lines().get(i).letters();
    }
    if (letters < LETTERS_OF_A_PAPER) {
      return List.of();
    }
    keepHeading(kept);
    keepEnding(kept);
    return marks(kept);
  }

  private void weigh() {
    for (HtmlLines.Line line : lines.lines()) {
      long weight = Math.max(0, line.letters() - line.linked());
      if (SENTENCE.matcher(lines.words(line)).find()) {
        weight *= 2;
      }
      total += weight;
      Element element = line.block();
      for (int depth = 0; element != null && depth < DEEPEST; depth++) {
        weights.merge(element, weight, Long::sum);
        element = element.parent();
      }
    }
  }

  private long weight(Element element) {
    return weights.getOrDefault(element, 0L);
  }

  private Optional<Element> known() {
    for (Evaluator evaluator : rules.main()) {
      Elements found = page.select(evaluator);
      Element best = null;
      for (Element element : found) {
        best = best == null || weight(element) > weight(best) ? element : best;
      }
      if (best != null && weight(best) >= total * SHARE_OF_KNOWN) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  private Element densest() {
    Element element = page.body();
    for (int depth = 0; depth < DEEPEST; depth++) {
      Element heaviest = null;
      for (Element child : element.children()) {
        heaviest = heaviest == null || weight(child) > weight(heaviest) ? child : heaviest;
      }
      if (heaviest == null || weight(heaviest) < total * SHARE_OF_CHILD) {
        return element;
      }
      element = heaviest;
    }
    return element;
  }

  /** Lines of the element, without those of menus and the like in it. */
  private BitSet inside(Element main) {
    BitSet kept = new BitSet(lines.lines().size());
    BitSet lists = linkLists();
    for (int i = 0; i < lines.lines().size(); i++) {
      HtmlLines.Line line = lines.lines().get(i);
      if (isWithin(line.block(), main) && !isClutter(line, main) && !lists.get(i)) {
        kept.set(i);
      }
    }
    return kept;
  }

  /** Lines among several that are nothing but links to other pages; 附件 to be fetched are none. */
  private BitSet linkLists() {
    BitSet lists = new BitSet(lines.lines().size());
    int run = 0;
    for (int i = 0; i <= lines.lines().size(); i++) {
      if (i < lines.lines().size() && isLink(lines.lines().get(i))) {
        run++;
      } else {
        if (run >= LINKS_OF_A_LIST) {
          lists.set(i - run, i);
        }
        run = 0;
      }
    }
    return lists;
  }

  private boolean isLink(HtmlLines.Line line) {
    return line.letters() > 0
        && line.linked() * 5 >= line.letters() * 4
        && !rules.attached().matcher(lines.words(line)).matches();
  }

  private static boolean isWithin(Element element, Element main) {
    Element at = element;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (at.equals(main)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private boolean isClutter(HtmlLines.Line line, Element main) {
    boolean prose = line.letters() > 60 && line.linked() * 2 < line.letters();
    Element at = line.block();
    for (int depth = 0; !prose && at != null && !at.equals(main) && depth < DEEPEST; depth++) {
      Element element = at;
      if (weight(element) * 4 < total && rules.clutter().stream().anyMatch(element::is)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  /** The title above the paper and the line of dates and sources, if they stand outside of it. */
  private void keepHeading(BitSet kept) {
    int first = kept.nextSetBit(0);
    int top = Math.max(0, first - LINES_ABOVE);
    int titleAt = -1;
    for (int i = first - 1; i >= top && titleAt < 0; i--) {
      if (isTitle(lines.lines().get(i)) && !isRepeated(i, kept)) {
        titleAt = i;
      }
    }
    titleAt = titleAt < 0 ? new WordedTitle(lines, rules).above(first, top, kept) : titleAt;
    if (titleAt >= 0) {
      kept.set(titleAt);
      Element block = lines.lines().get(titleAt).block();
      for (int i = titleAt - 1; i >= top && lines.lines().get(i).block().equals(block); i--) {
        kept.set(i);
      }
    }
    for (int i = top; i < first; i++) {
      HtmlLines.Line line = lines.lines().get(i);
      String words = lines.words(line);
      boolean entry =
          rules.cell().matcher(words).find()
              || (i > titleAt && rules.entry().matcher(unspaced(words)).find());
      if (entry && line.linked() * 2 <= line.letters()) {
        kept.set(i);
      }
    }
  }

  private boolean isTitle(HtmlLines.Line line) {
    String words = lines.words(line);
    if (line.letters() < 4
        || words.length() > LONGEST_TITLE
        || line.linked() * 2 > line.letters()) {
      return false;
    }
    String squeezed = squeezed(words);
    if (squeezed.length() >= 6 && squeezed(page.title()).contains(squeezed)) {
      return true;
    }
    Element at = line.block();
    for (int depth = 0; at != null && depth < 2; depth++) {
      Element element = at;
      if (weight(element) * 4 < total && rules.title().stream().anyMatch(element::is)) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private boolean isRepeated(int index, BitSet kept) {
    String title = squeezed(lines.words(lines.lines().get(index)));
    int left = 8;
    for (int i = kept.nextSetBit(0); i >= 0 && left-- > 0; i = kept.nextSetBit(i + 1)) {
      if (squeezed(lines.words(lines.lines().get(i))).equals(title)) {
        return true;
      }
    }
    return false;
  }

  /** 附件, signature and day directly below are part of it. */
  private void keepEnding(BitSet kept) {
    int last = kept.length();
    for (int i = last; i < Math.min(lines.lines().size(), last + LINES_BELOW); i++) {
      HtmlLines.Line line = lines.lines().get(i);
      String words = unspaced(lines.words(line));
      boolean linked = line.linked() * 2 > line.letters() && !words.startsWith("附件");
      if (linked || !rules.ending().matcher(words).matches()) {
        return;
      }
      kept.set(i);
    }
  }

  private List<RawText.Mark> marks(BitSet kept) {
    List<RawText.Mark> marks = new ArrayList<>();
    List<HtmlLines.Line> all = lines.lines();
    for (int i = kept.nextClearBit(0); i < all.size(); i = kept.nextClearBit(i)) {
      int end = kept.nextSetBit(i);
      end = end < 0 ? all.size() : end;
      int from = all.get(i).start();
      int to = end < all.size() ? all.get(end).start() : lines.text().length();
      marks.add(new RawText.Mark(Span.of(from, to), "", Repair.Reason.BOILERPLATE));
      i = end;
    }
    return marks;
  }

  private static String unspaced(String words) {
    return BLANKS.matcher(words).replaceAll("");
  }

  private static String squeezed(String words) {
    return BLANKS_AND_SIGNS.matcher(words).replaceAll("");
  }
}
