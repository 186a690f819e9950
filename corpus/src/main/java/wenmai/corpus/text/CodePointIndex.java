package wenmai.corpus.text;

/**
 * Converts many UTF-16 offsets of one text to code points and back without counting from the start
 * each time. For a text without surrogates, which is nearly every text, both are the same number
 * and nothing is stored.
 */
public final class CodePointIndex {
  private static final int STEP = 256;

  private final String text;
  private final int[] codePointsBefore;

  private CodePointIndex(String text, int[] codePointsBefore) {
    this.text = text;
    this.codePointsBefore = codePointsBefore;
  }

  public static CodePointIndex of(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new CodePointIndex(text, new int[0]);
    }
    int[] before = new int[text.length() / STEP + 1];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + countStarts((i - 1) * STEP, i * STEP, text);
    }
    return new CodePointIndex(text, before);
  }

  public int toCodePoint(int utf16) {
    if (codePointsBefore.length == 0) {
      return utf16;
    }
    int block = Math.min(utf16 / STEP, codePointsBefore.length - 1);
    return codePointsBefore[block] + countStarts(block * STEP, utf16, text);
  }

  public CodePointSpan toCodePoints(Span span) {
    return new CodePointSpan(toCodePoint(span.start()), toCodePoint(span.end()));
  }

  /** The way back: the UTF-16 offset of a code point. */
  public int toUtf16(int codePoint) {
    if (codePointsBefore.length == 0) {
      return codePoint;
    }
    int low = 0;
    int high = codePointsBefore.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (codePointsBefore[middle] <= codePoint) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int start = low * STEP;
    // A block may begin with the second half of a pair that began in the block before.
    boolean split =
        start > 0
            && start < text.length()
            && Character.isLowSurrogate(text.charAt(start))
            && Character.isHighSurrogate(text.charAt(start - 1));
    return text.offsetByCodePoints(split ? start + 1 : start, codePoint - codePointsBefore[low]);
  }

  public Span toUtf16(CodePointSpan span) {
    return new Span(toUtf16(span.start()), toUtf16(span.end()));
  }

  /** Code points that begin in {@code [from, to)}; a low surrogate after a high one begins none. */
  private static int countStarts(int from, int to, String text) {
    int starts = 0;
    for (int i = from; i < to; i++) {
      boolean second =
          i > 0
              && Character.isLowSurrogate(text.charAt(i))
              && Character.isHighSurrogate(text.charAt(i - 1));
      if (!second) {
        starts++;
      }
    }
    return starts;
  }
}
