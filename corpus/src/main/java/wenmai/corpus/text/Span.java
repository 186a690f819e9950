package wenmai.corpus.text;

/**
 * A half-open stretch {@code [start, end)} of a text that is in hand, in UTF-16 units as {@link
 * String} counts. Whatever is stored or leaves the house is a {@link CodePointSpan}.
 *
 * @param start first unit, 0 or more
 * @param end one past the last unit, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  public static Span of(int start, int end) {
    return new Span(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The characters of this span in the text it belongs to. */
  public String in(String text) {
    return text.substring(start, end);
  }

  public CodePointSpan toCodePoints(String text) {
    int first = text.codePointCount(0, start);
    return new CodePointSpan(first, first + text.codePointCount(start, end));
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
