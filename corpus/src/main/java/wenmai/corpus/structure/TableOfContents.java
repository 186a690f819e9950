package wenmai.corpus.structure;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.Span;

/**
 * Tells a table of contents (目录) from the body: the same chapter heads come once more after it, and
 * nothing longer than a heading stands between.
 */
final class TableOfContents {
  private static final int LONGEST_ENTRY = 60;

  private TableOfContents() {}

  /** Where the table ends and the body begins; 0 where there is none. */
  static int end(String text, List<Span> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Optional<Marker> first = division(text, lines.get(i));
      if (first.isPresent()) {
        return repeated(text, lines, i, first.get());
      }
    }
    return 0;
  }

  private static int repeated(String text, List<Span> lines, int from, Marker first) {
    for (int i = from + 1; i < lines.size() && lines.get(i).length() <= LONGEST_ENTRY; i++) {
      Optional<Marker> again = division(text, lines.get(i));
      if (again.isPresent()
          && again.get().style() == first.style()
          && again.get().number() == first.number()) {
        return lines.get(i).start();
      }
      boolean article =
          Marker.read(text, lines.get(i).start(), lines.get(i).end())
              .filter(marker -> marker.style() == Marker.Style.ARTICLE)
              .isPresent();
      if (article) {
        return 0;
      }
    }
    return 0;
  }

  private static Optional<Marker> division(String text, Span line) {
    return Marker.read(text, line.start(), line.end())
        .filter(marker -> marker.style().isDivision());
  }
}
