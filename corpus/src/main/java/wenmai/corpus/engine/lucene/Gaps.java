package wenmai.corpus.engine.lucene;

import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/** Joins intervals with a number of characters between them (间隔). */
final class Gaps {
  private Gaps() {}

  /**
   * The left one, then from {@code least} to {@code most} characters, then the right one.
   *
   * <p>The left one is made {@code least} longer, and at most the rest of the gap is let in
   * between.
   */
  static IntervalsSource between(IntervalsSource left, IntervalsSource right, int least, int most) {
    IntervalsSource widened = least == 0 ? left : Intervals.extend(left, 0, least);
    IntervalsSource ordered = Intervals.ordered(widened, right);
    return most == least
        ? Intervals.phrase(widened, right)
        : Intervals.maxgaps(most - least, ordered);
  }
}
