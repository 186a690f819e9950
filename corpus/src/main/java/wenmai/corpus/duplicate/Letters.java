package wenmai.corpus.duplicate;

import wenmai.analyzers.fold.Folding;
import wenmai.analyzers.fold.ScriptTables;

/**
 * The letters and digits of a text, folded in width, case and script (字符流): what is left when
 * layout, punctuation and script are taken away.
 */
final class Letters {
  /** Characters of one shingle: long enough that chance does not share it. */
  static final int SHINGLE = 5;

  private static final Folding FOLDING = Folding.of(ScriptTables.toSimplified());

  /** An odd number without pattern; its fifth power takes a character out of the rolling hash. */
  private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

  private static final long BASE_TO_THE_SHINGLE = power(BASE, SHINGLE);

  private final String letters;

  private Letters(String letters) {
    this.letters = letters;
  }

  /** Modulo 2^64, which is what the hash counts in. */
  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  static Letters of(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      int folded = FOLDING.fold(codePoint);
      if (Character.isLetterOrDigit(folded)) {
        letters.appendCodePoint(folded);
      }
    }
    return new Letters(letters.toString());
  }

  String text() {
    return letters;
  }

  /** A hash for each shingle, in order of the text; one for a text shorter than a shingle. */
  long[] shingles() {
    if (letters.isEmpty()) {
      return new long[0];
    }
    int width = Math.min(SHINGLE, letters.length());
    long[] hashes = new long[letters.length() - width + 1];
    long rolling = 0;
    for (int i = 0; i < letters.length(); i++) {
      rolling = rolling * BASE + letters.charAt(i);
      if (i >= SHINGLE) {
        rolling -= letters.charAt(i - SHINGLE) * BASE_TO_THE_SHINGLE;
      }
      if (i >= width - 1) {
        hashes[i - width + 1] = mixed(rolling);
      }
    }
    return hashes;
  }

  /** MurmurHash3's finalizer: makes every bit depend on every other. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
