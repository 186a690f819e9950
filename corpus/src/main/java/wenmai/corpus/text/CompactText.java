package wenmai.corpus.text;

/**
 * A text as it is compared: every white space left out, full width folded to half width, one
 * character for each that is left, and the way back. Words broken over lines or spaced out are
 * matched as if they stood together, and no place is lost.
 */
public final class CompactText {

  /** What stood between two neighbouring characters. */
  public enum Gap {
    NONE,
    /** Spaces within a line. */
    SPACE,
    /** One line end, and the next line is not indented: perhaps a line broken inside a sentence. */
    LINE,
    /** An empty line, or a line end before an indented line: another paragraph. */
    PARAGRAPH
  }

  /** Of a traditional text at least one character in so many differs; of others nearly none. */
  private static final int TRADITIONAL_SHARE = 20;

  private final String text;
  private final char[] folded;
  private final int[] offsets;
  private final Gap[] gaps;
  private final int length;

  private CompactText(String text, char[] folded, int[] offsets, Gap[] gaps, int length) {
    this.text = text;
    this.folded = folded;
    this.offsets = offsets;
    this.gaps = gaps;
    this.length = length;
  }

  public static CompactText of(String text) {
    char[] folded = new char[text.length()];
    int[] offsets = new int[text.length()];
    Gap[] gaps = new Gap[text.length()];
    int length = 0;
    int lineEnds = 0;
    int spaces = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\f' || c == '\u2028' || c == '\u2029') {
        lineEnds++;
        spaces = 0;
      } else if (Characters.isSpace(c)) {
        spaces++;
      } else {
        folded[length] = Characters.fold(c);
        offsets[length] = i;
        gaps[length] = gap(lineEnds, spaces);
        length++;
        lineEnds = 0;
        spaces = 0;
      }
    }
    return new CompactText(text, folded, offsets, gaps, length);
  }

  private static Gap gap(int lineEnds, int spaces) {
    if (lineEnds == 0) {
      return spaces == 0 ? Gap.NONE : Gap.SPACE;
    }
    return lineEnds == 1 && spaces < 2 ? Gap.LINE : Gap.PARAGRAPH;
  }

  public int length() {
    return length;
  }

  /** The folded character here; NUL outside. */
  public char at(int i) {
    return i >= 0 && i < length ? folded[i] : '\0';
  }

  /** What stood before this character. */
  public Gap gapBefore(int i) {
    return i > 0 && i < length ? gaps[i] : Gap.PARAGRAPH;
  }

  public boolean startsAt(int i, String words) {
    if (i < 0 || i + words.length() > length) {
      return false;
    }
    for (int k = 0; k < words.length(); k++) {
      if (folded[i + k] != words.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  public boolean endsAt(int end, String words) {
    return startsAt(end - words.length(), words);
  }

  /** The folded characters of a stretch. */
  public String slice(int start, int end) {
    return new String(folded, start, end - start);
  }

  /** The characters of a stretch in their own script, half width. */
  public String written(int start, int end) {
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      out.append(Characters.halfWidth(text.charAt(offsets[i])));
    }
    return out.toString();
  }

  /** Whether the text is in traditional script: many of its characters have a simplified form. */
  public boolean isTraditional() {
    int changed = 0;
    for (int i = 0; i < length; i++) {
      if (folded[i] != Characters.halfWidth(text.charAt(offsets[i]))) {
        changed++;
      }
    }
    return changed > length / TRADITIONAL_SHARE;
  }

  /** Where a stretch that is not empty stands in the text itself. */
  public Span span(int start, int end) {
    return Span.of(offsets[start], offsets[end - 1] + 1);
  }

  /** Where this character stands in the text itself. */
  public int offset(int i) {
    return i < length ? offsets[i] : text.length();
  }

  public String text() {
    return text;
  }
}
