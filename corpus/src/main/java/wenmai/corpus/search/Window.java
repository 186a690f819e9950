package wenmai.corpus.search;

import java.util.List;
import wenmai.corpus.text.Span;

/** Chooses how much of a text a snippet shows (片段窗口). Never cuts a character in two. */
final class Window {
  /** Length of a snippet in UTF-16 units: three lines on a screen. */
  static final int LENGTH = 160;

  /** So far back a snippet may begin before its first mark, to begin with a clause. */
  private static final int RUN_UP = 40;

  private Window() {}

  /**
   * The stretch with most marks in it.
   *
   * @param marks in order, at least one, within {@code bounds}
   */
  static Span around(String text, Span bounds, List<Span> marks) {
    if (bounds.length() <= LENGTH) {
      return trimmed(text, bounds);
    }
    int best = 0;
    int most = 0;
    for (int i = 0; i < marks.size(); i++) {
      int limit = marks.get(i).start() + LENGTH - RUN_UP;
      int count = 0;
      while (i + count < marks.size() && marks.get(i + count).end() <= limit) {
        count++;
      }
      if (count > most) {
        best = i;
        most = count;
      }
    }
    int start = beginning(text, bounds.start(), marks.get(best).start());
    int last = marks.get(best + Math.max(most, 1) - 1).end();
    int end = Math.min(bounds.end(), Math.max(last, start + LENGTH));
    return trimmed(text, Span.of(start, whole(text, end)));
  }

  /** The beginning of a stretch. */
  static Span lead(String text, Span bounds) {
    int start = bounds.start();
    while (start < bounds.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return trimmed(text, Span.of(start, whole(text, Math.min(bounds.end(), start + LENGTH))));
  }

  /** Behind the last sign before the mark, if one is near, else a little before the mark. */
  private static int beginning(String text, int from, int mark) {
    int earliest = Math.max(from, mark - RUN_UP);
    for (int i = mark - 1; i >= earliest; i--) {
      if ("\n。；！？;!?".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return earliest == from ? from : whole(text, earliest);
  }

  private static int whole(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  private static Span trimmed(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Span.of(start, end);
  }
}
