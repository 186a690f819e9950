package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.PageLines;

/**
 * Pages that are pictures and were not recognised (未识别的页), with the few words that lie over them. A
 * short paper on a coloured ground looks the same as a scan with a scanner's mark; it says more.
 */
final class UnreadPages {
  /** Marks of scanners, page numbers and stamps say less. */
  private static final int LETTERS_OF_A_PAPER = 30;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final List<PageLines> thin = new ArrayList<>();
  private int count;

  /** A page of which nothing is known. */
  void add() {
    count++;
  }

  /** A page with some words over its picture. */
  void add(PageLines words) {
    count++;
    thin.add(words);
  }

  int count() {
    return count;
  }

  /** Whether a page says so much by itself that it is a paper; what many pages say is a mark. */
  boolean tellAPaper() {
    Map<String, Integer> pages = new HashMap<>();
    for (PageLines page : thin) {
      Set<String> lines = new HashSet<>();
      page.lines().forEach(line -> lines.add(bare(line)));
      lines.forEach(line -> pages.merge(line, 1, Integer::sum));
    }
    return thin.stream()
        .anyMatch(page ->
            page.lines().stream()
                    .filter(line -> pages.getOrDefault(bare(line), 0) == 1)
                    .map(UnreadPages::bare)
                    .distinct()
                    .mapToInt(String::length)
                    .sum()
                >= LETTERS_OF_A_PAPER);
  }

  private static String bare(LayoutLine line) {
    return NO_LETTERS.matcher(line.text()).replaceAll("");
  }
}
