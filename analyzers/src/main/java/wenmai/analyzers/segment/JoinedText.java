package wenmai.analyzers.segment;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import wenmai.analyzers.fold.Invisible;

/**
 * A whole input with what is not seen taken out (连排文本): zero-width characters everywhere, white
 * space between two ideographs, where it is a line break or set for looks. A blank line stays a
 * border. Knows the way back to the offsets of the input.
 */
final class JoinedText {
  private static final int FIRST = 4096;

  /** Beyond this the memory is given back when the text is done. */
  private static final int KEPT = 1 << 20;

  private char[] text = new char[FIRST];
  private int[] source = new int[FIRST];
  private int length;
  private int sourceLength;

  char[] text() {
    return text;
  }

  int length() {
    return length;
  }

  int sourceLength() {
    return sourceLength;
  }

  int sourceStart(int at) {
    return source[at];
  }

  int sourceEnd(int at) {
    return source[at - 1] + 1;
  }

  void clear() {
    length = 0;
    sourceLength = 0;
    if (text.length > KEPT) {
      text = new char[FIRST];
      source = new int[FIRST];
    }
  }

  void read(Reader input) throws IOException {
    clear();
    int read = 0;
    int got;
    while ((got = input.read(text, read, text.length - read)) >= 0) {
      read += got;
      if (read == text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
    }
    sourceLength = read;
    if (source.length < text.length) {
      source = new int[text.length];
    }
    join(read);
  }

  /** In place: what is kept never stands behind where it was read. */
  private void join(int read) {
    int at = 0;
    while (at < read) {
      char c = text[at];
      if (c > ' ' && c < 0x80 || c >= 0x3001 && c < 0xD800) {
        keep(c, at++);
        continue;
      }
      int codePoint = Character.codePointAt(text, at, read);
      int units = Character.charCount(codePoint);
      if (Invisible.isSpace(codePoint)) {
        at = space(at, read);
      } else if (Invisible.isZeroWidth(codePoint)) {
        at += units;
      } else {
        for (int i = 0; i < units; i++) {
          keep(text[at], at++);
        }
      }
    }
  }

  /**
   * Passes over a run of what is not seen that starts with a space; keeps one blank where it parts.
   */
  private int space(int start, int read) {
    int at = start;
    int lines = 0;
    while (at < read) {
      int codePoint = Character.codePointAt(text, at, read);
      if (!Invisible.is(codePoint)) {
        break;
      }
      lines += codePoint == '\n' ? 1 : 0;
      at += Character.charCount(codePoint);
    }
    boolean inside = length > 0 && at < read;
    if (inside && (lines > 1 || !isIdeographBefore(length) || !isIdeographAt(at, read))) {
      keep(' ', start);
    }
    return at;
  }

  private boolean isIdeographBefore(int end) {
    return Atoms.isIdeograph(Character.codePointBefore(text, end));
  }

  private boolean isIdeographAt(int at, int read) {
    return Atoms.isIdeograph(Character.codePointAt(text, at, read));
  }

  private void keep(char c, int from) {
    text[length] = c;
    source[length++] = from;
  }
}
