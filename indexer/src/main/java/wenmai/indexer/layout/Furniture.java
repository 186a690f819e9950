package wenmai.indexer.layout;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Running heads, feet and page numbers (页眉页脚页码): what stands at the edge of page after page. */
final class Furniture {
  /** The edge of a page, as a part of its height. */
  private static final double EDGE = 0.12;

  /** So many lines at an edge may be furniture. */
  private static final int LINES_AT_AN_EDGE = 3;

  private static final int LONGEST = 80;

  /** On so few pages a line may be the same by chance. */
  private static final int FEW = 2;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—–－·~•]? ?\\d{1,4} ?[-—–－·~•]?|第 ?\\d{1,4} ?页(?: ?[/，,]? ?共 ?\\d{1,4} ?页)?"
              + "|\\d{1,4} ?/ ?\\d{1,4}|[ivxlcIVXLC]{1,6}|Page \\d{1,4}(?: of \\d{1,4})?");
  private static final Pattern FIGURES = Pattern.compile("[\\d０-９]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

  /** Of a head that OCR read on one page so and on another so, that many signs are the same. */
  private static final double SAME_READING = 0.84;

  /** Shorter lines are too easily like each other. */
  private static final int SHORTEST_TO_COMPARE = 8;

  private final Map<String, Integer> pagesByWords = new HashMap<>();
  private final Set<Integer> recognised;
  private final int pages;

  /**
   * @param recognised numbers of the pages that OCR read
   */
  Furniture(List<PageLines> pages, Set<Integer> recognised) {
    this.pages = pages.size();
    this.recognised = recognised;
    for (PageLines page : pages) {
      BitSet edges = edges(page);
      edges.stream()
          .mapToObj(i -> words(page.lines().get(i), page))
          .distinct()
          .forEach(words -> pagesByWords.merge(words, 1, Integer::sum));
    }
  }

  /**
   * What a line says, but for its figures; as it was first read where OCR reads it otherwise now.
   */
  private String words(LayoutLine line, PageLines page) {
    String words = alike(line.text());
    if (!recognised.contains(page.number())
        || words.length() < SHORTEST_TO_COMPARE
        || pagesByWords.containsKey(words)) {
      return words;
    }
    return pagesByWords.keySet().stream()
        .filter(known -> isSameReading(known, words))
        .findFirst()
        .orElse(words);
  }

  private static boolean isSameReading(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (Math.min(one.length(), other.length()) < longer * SAME_READING || longer > LONGEST) {
      return false;
    }
    int[] row = new int[other.length() + 1];
    for (int k = 0; k < row.length; k++) {
      row[k] = k;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k < row.length; k++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
        diagonal = row[k];
        row[k] = Math.min(changed, Math.min(row[k], row[k - 1]) + 1);
      }
    }
    return row[other.length()] <= longer * (1 - SAME_READING);
  }

  /** Which lines of the page are furniture. */
  BitSet of(PageLines page) {
    BitSet furniture = new BitSet();
    BitSet edges = edges(page);
    for (int i = edges.nextSetBit(0); i >= 0; i = edges.nextSetBit(i + 1)) {
      String text = page.lines().get(i).text().strip();
      boolean number = PAGE_NUMBER.matcher(text).matches() && (pages > 1 || text.length() > 1);
      if (number || isRepeated(page.lines().get(i), page)) {
        furniture.set(i);
      }
    }
    return furniture;
  }

  /** On many pages; of two or three pages on all, and set smaller than their text. */
  private boolean isRepeated(LayoutLine line, PageLines page) {
    int count = pagesByWords.getOrDefault(words(line, page), 0);
    boolean often = count > FEW && count * 3 >= pages;
    boolean always = count >= 2 && count == pages && line.size() < middleSize(page) - 1e-6;
    return line.text().strip().length() <= LONGEST && (often || always);
  }

  private static double middleSize(PageLines page) {
    double[] sizes = page.lines().stream().mapToDouble(LayoutLine::size).sorted().toArray();
    return sizes[sizes.length / 2];
  }

  /** Lines at the upper or lower edge, counted from it inwards. */
  private static BitSet edges(PageLines page) {
    BitSet edges = new BitSet();
    int last = page.lines().size() - 1;
    for (int i = 0; i <= last; i++) {
      LayoutLine line = page.lines().get(i);
      boolean upper = line.top() < page.height() * EDGE && above(page, line) < LINES_AT_AN_EDGE;
      boolean lower =
          line.top() + line.size() > page.height() * (1 - EDGE)
              && below(page, line) < LINES_AT_AN_EDGE;
      if (upper || lower) {
        edges.set(i);
      }
    }
    return edges;
  }

  private static long above(PageLines page, LayoutLine line) {
    return page.lines().stream().filter(other -> other.top() < line.top() - 1e-6).count();
  }

  private static long below(PageLines page, LayoutLine line) {
    return page.lines().stream().filter(other -> other.top() > line.top() + 1e-6).count();
  }

  private static String alike(String text) {
    return FIGURES.matcher(BLANKS.matcher(text).replaceAll("")).replaceAll("#");
  }
}
