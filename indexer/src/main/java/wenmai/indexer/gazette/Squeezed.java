package wenmai.indexer.gazette;

import java.util.BitSet;

/** A text without its blanks and line ends, so that titles broken over lines are found (去空白). */
final class Squeezed {
  private final String letters;
  private final int[] offsets;
  private final BitSet lineStarts;

  private Squeezed(String letters, int[] offsets, BitSet lineStarts) {
    this.letters = letters;
    this.offsets = offsets;
    this.lineStarts = lineStarts;
  }

  static Squeezed of(String text, int from) {
    StringBuilder letters = new StringBuilder(text.length() - from);
    int[] offsets = new int[text.length() - from];
    BitSet lineStarts = new BitSet();
    boolean atStart = true;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        atStart = true;
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        offsets[letters.length()] = i;
        if (atStart) {
          lineStarts.set(letters.length());
        }
        atStart = false;
        letters.append(c);
      }
    }
    return new Squeezed(letters.toString(), offsets, lineStarts);
  }

  /** Where in the text this letter stands. */
  int offset(int index) {
    return offsets[index];
  }

  /** The first place from there on where the words begin a line, or -1. */
  int lineStart(String words, int from) {
    String wanted = of(words, 0).letters;
    if (wanted.isEmpty()) {
      return -1;
    }
    int at = letters.indexOf(wanted, from);
    while (at >= 0 && !lineStarts.get(at)) {
      at = letters.indexOf(wanted, at + 1);
    }
    return at;
  }
}
