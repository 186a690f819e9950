package wenmai.corpus.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Page;

/**
 * The lines with which the pages of a file begin (各页首行), as far as the file has pages.
 *
 * @param lines by their index
 */
record PageTops(Set<Integer> lines) {
  PageTops {
    lines = Set.copyOf(lines);
  }

  static PageTops of(List<Page> pages, Sheet sheet) {
    if (pages.size() < 2) {
      return new PageTops(Set.of());
    }
    CodePointIndex index = CodePointIndex.of(sheet.text());
    Set<Integer> tops = new HashSet<>();
    int at = 0;
    for (Page page : pages) {
      int start = index.toUtf16(page.span().start());
      int end = index.toUtf16(page.span().end());
      while (at < sheet.lines().size() && sheet.lines().get(at).start() < start) {
        at++;
      }
      if (at < sheet.lines().size() && sheet.lines().get(at).start() < end) {
        tops.add(at);
      }
    }
    return new PageTops(tops);
  }

  boolean has(int line) {
    return lines.contains(line);
  }
}
