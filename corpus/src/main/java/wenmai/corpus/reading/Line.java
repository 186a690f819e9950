package wenmai.corpus.reading;

/**
 * A line of a text that is not blank (行).
 *
 * @param index among the lines that are not blank, from 0
 * @param start of its first character that is not blank, in UTF-16 units
 * @param end after its last such character
 * @param words folded, between {@code start} and {@code end}
 * @param compact the same without any blanks
 * @param apart whether a blank line stands before it
 */
record Line(int index, int start, int end, String words, String compact, boolean apart) {

  int length() {
    return end - start;
  }

  /** Whether it can be a line of a heading at all: not a paragraph. */
  boolean isShort() {
    return compact.length() <= 90;
  }
}
