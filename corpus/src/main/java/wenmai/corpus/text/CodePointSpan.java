package wenmai.corpus.text;

/**
 * A half-open stretch {@code [start, end)} of a stored text, in Unicode code points: the unit of
 * everything that is kept or shown.
 *
 * @param start first code point, 0 or more
 * @param end one past the last code point, not before {@code start}
 */
public record CodePointSpan(int start, int end) implements Comparable<CodePointSpan> {
  public CodePointSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  public Span toUtf16(String text) {
    int first = text.offsetByCodePoints(0, start);
    return new Span(first, text.offsetByCodePoints(first, end - start));
  }

  @Override
  public int compareTo(CodePointSpan other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
