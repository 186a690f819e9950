package wenmai.analyzers.fold;

import java.util.Arrays;

/** Collects folded characters with the stretches of the source they stand for. */
final class FoldedBuilder {
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  FoldedBuilder(int expected) {
    text = new StringBuilder(expected);
    starts = new int[Math.max(expected, 2)];
    ends = new int[Math.max(expected, 2)];
  }

  void add(int codePoint, int start, int end) {
    int from = text.length();
    text.appendCodePoint(codePoint);
    if (text.length() > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    Arrays.fill(starts, from, text.length(), start);
    Arrays.fill(ends, from, text.length(), end);
  }

  Folded build() {
    return new Folded(
        text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
  }
}
