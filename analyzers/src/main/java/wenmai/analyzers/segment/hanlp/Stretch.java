package wenmai.analyzers.segment.hanlp;

/** Finds where a sentence ends (断句): words never reach over these places. */
final class Stretch {
  private Stretch() {}

  /** The end of the sentence that starts at {@code from}, at most {@code longest} units on. */
  static int end(char[] text, int from, int length, int longest) {
    int stop = Math.min(length, from + longest);
    for (int i = from; i < stop; i++) {
      if (isEnd(text[i])) {
        return i + 1;
      }
    }
    if (stop < length && Character.isHighSurrogate(text[stop - 1])) {
      stop--;
    }
    return stop;
  }

  private static boolean isEnd(char c) {
    return c == '。' || c == ';' || c == '!' || c == '?';
  }
}
