package wenmai.indexer.layout;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;

/**
 * The untouched extraction (提取原文) with what only the format could know about it: where pages begin,
 * which stretches are furniture, which line ends are none.
 *
 * @param text as it came; line ends are {@code \n}
 * @param pages where each page stands, in order
 * @param marks repairs the layout calls for, in order, without overlap
 */
public record RawText(String text, List<PageSpan> pages, List<Mark> marks) {
  public RawText {
    pages = List.copyOf(pages);
    marks = List.copyOf(marks);
  }

  public static RawText plain(String text) {
    return new RawText(text, List.of(), List.of());
  }

  /** A stretch of it by itself, with the pages and marks that lie in it. */
  public RawText part(Span stretch) {
    List<PageSpan> own = new ArrayList<>();
    for (PageSpan page : pages) {
      if (page.span().overlaps(stretch)) {
        own.add(new PageSpan(page.number(), within(page.span(), stretch)));
      }
    }
    List<Mark> kept =
        marks.stream()
            .filter(mark -> stretch.contains(mark.span()))
            .map(mark -> new Mark(within(mark.span(), stretch), mark.replacement(), mark.why()))
            .toList();
    return new RawText(stretch.in(text), own, kept);
  }

  /**
   * These stretches of it, one after the other.
   *
   * @param stretches in order, without overlap
   */
  public RawText only(List<Span> stretches) {
    StringBuilder kept = new StringBuilder(text.length());
    List<PageSpan> keptPages = new ArrayList<>();
    List<Mark> keptMarks = new ArrayList<>();
    int mark = 0;
    for (Span stretch : stretches) {
      int shift = kept.length() - stretch.start();
      kept.append(text, stretch.start(), stretch.end());
      while (mark < marks.size() && marks.get(mark).span().end() <= stretch.end()) {
        Mark next = marks.get(mark++);
        if (next.span().start() >= stretch.start()) {
          Span span = Span.of(next.span().start() + shift, next.span().end() + shift);
          keptMarks.add(new Mark(span, next.replacement(), next.why()));
        }
      }
    }
    for (PageSpan page : pages) {
      keptPages.add(new PageSpan(page.number(), kept(page.span(), stretches)));
    }
    return new RawText(kept.toString(), keptPages, keptMarks);
  }

  /** Where what is kept of a span comes to stand. */
  private static Span kept(Span span, List<Span> stretches) {
    int before = 0;
    int within = 0;
    for (Span stretch : stretches) {
      before += Math.max(0, Math.min(stretch.end(), span.start()) - stretch.start());
      int start = Math.max(span.start(), stretch.start());
      within += Math.max(0, Math.min(span.end(), stretch.end()) - start);
    }
    return Span.of(before, before + within);
  }

  private static Span within(Span span, Span stretch) {
    int start = Math.max(span.start(), stretch.start()) - stretch.start();
    return Span.of(start, Math.min(span.end(), stretch.end()) - stretch.start());
  }

  /** Whether there is anything to read in it. */
  public boolean hasText() {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * A page of the original.
   *
   * @param number from 1
   */
  public record PageSpan(int number, Span span) {}

  /** A repair that the layout calls for: {@code replacement} should stand for {@code span}. */
  public record Mark(Span span, String replacement, Repair.Reason why) {}
}
