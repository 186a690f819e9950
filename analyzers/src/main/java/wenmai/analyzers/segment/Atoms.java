package wenmai.analyzers.segment;

import java.util.Arrays;
import wenmai.analyzers.number.Numeral;

/**
 * The smallest pieces of a stretch of text (字元), which words are made of and places are counted in:
 * an ideograph, a number, a run of letters, a sign. What they are follows from the characters
 * alone. Reused; not thread-safe.
 */
public final class Atoms {

  /** What an atom is. */
  public enum Kind {
    IDEOGRAPH,
    NUMBER,
    LETTERS,
    SIGN
  }

  /** Runs of letters and digits are cut here: no word is longer, and terms have a limit. */
  private static final int LONGEST_RUN = 200;

  private final Numeral numeral = new Numeral();
  private final StringBuilder values = new StringBuilder();
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] valueEnds = new int[256];
  private Kind[] kinds = new Kind[256];
  private int count;

  /** Takes {@code text[from, to)} apart; blanks part atoms and are none. */
  public void read(char[] text, int from, int to) {
    count = 0;
    values.setLength(0);
    int at = from;
    while (at < to) {
      at = text[at] == ' ' ? at + 1 : readOne(text, at, to);
    }
  }

  public int count() {
    return count;
  }

  public int start(int atom) {
    return starts[atom];
  }

  public int end(int atom) {
    return ends[atom];
  }

  public Kind kind(int atom) {
    return kinds[atom];
  }

  /** The normal form of a number; empty for other atoms. */
  public CharSequence value(int atom) {
    return values.subSequence(atom == 0 ? 0 : valueEnds[atom - 1], valueEnds[atom]);
  }

  /** Appends the normal form of a number. */
  public void appendValue(int atom, Appender out) {
    out.append(values, atom == 0 ? 0 : valueEnds[atom - 1], valueEnds[atom]);
  }

  /** What {@link #appendValue} writes to. */
  public interface Appender {
    void append(CharSequence text, int start, int end);
  }

  private int readOne(char[] text, int at, int to) {
    char c = text[at];
    if (c >= 0x4E00 && c <= 0x9FFF) {
      if (numeral.read(text, at, to)) {
        values.append(numeral.value());
        return add(at, numeral.end(), Kind.NUMBER);
      }
      return add(at, at + 1, Kind.IDEOGRAPH);
    }
    int codePoint = Character.codePointAt(text, at, to);
    if (isIdeograph(codePoint)) {
      return c == '〇' && numeral.read(text, at, to)
          ? addNumber(at)
          : add(at, at + Character.charCount(codePoint), Kind.IDEOGRAPH);
    }
    if (Character.isLetterOrDigit(codePoint)) {
      return readRun(text, at, to);
    }
    return add(at, at + Character.charCount(codePoint), Kind.SIGN);
  }

  private int readRun(char[] text, int at, int to) {
    int stop = Math.min(to, at + LONGEST_RUN);
    boolean digits = true;
    int i = at;
    while (i < stop) {
      int codePoint = Character.codePointAt(text, i, to);
      if (!isRun(codePoint)) {
        break;
      }
      digits &= codePoint >= '0' && codePoint <= '9';
      i += Character.charCount(codePoint);
    }
    if (digits && numeral.read(text, at, to)) {
      return addNumber(at);
    }
    return add(at, i, Kind.LETTERS);
  }

  private int addNumber(int at) {
    values.append(numeral.value());
    return add(at, numeral.end(), Kind.NUMBER);
  }

  /** Letters, digits and the marks on them; ideographs stand alone. */
  private static boolean isRun(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= '0' && codePoint <= '9')
          || (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z');
    }
    if (isIdeograph(codePoint)) {
      return false;
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private int add(int start, int end, Kind kind) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      valueEnds = Arrays.copyOf(valueEnds, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    valueEnds[count] = values.length();
    kinds[count++] = kind;
    return end;
  }

  /** An ideograph (汉字), the iteration mark 々 included. */
  public static boolean isIdeograph(int codePoint) {
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || codePoint == '々'
        || (codePoint >= 0x2E80 && Character.isIdeographic(codePoint));
  }
}
