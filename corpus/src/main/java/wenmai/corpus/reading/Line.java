package wenmai.corpus.reading;

import java.util.List;

/**
 * A line of a text that is not blank (行).
 *
 * @param index among the lines that are not blank, from 0
 * @param start of its first character that is not blank, in UTF-16 units
 * @param end after its last such character
 * @param words folded, between {@code start} and {@code end}
 * @param compact the same without any blanks
 * @param apart whether a blank line stands before it
 * @param columns what wide blanks or tabs part, each without blanks; one where nothing parts it
 */
record Line(
    int index,
    int start,
    int end,
    String words,
    String compact,
    boolean apart,
    List<String> columns) {
  /** A column of fewer characters is a word whose letters were spaced out (公　　告). */
  private static final int SHORTEST_COLUMN = 3;

  Line {
    columns = List.copyOf(columns);
  }

  /** Whether it is a row of a table or has marks at its edges, rather than words spaced out. */
  boolean isRow() {
    return columns.size() > 1
        && columns.stream().allMatch(column -> column.length() >= SHORTEST_COLUMN);
  }

  int length() {
    return end - start;
  }

  /** Whether it can be a line of a heading at all: not a paragraph. */
  boolean isShort() {
    return compact.length() <= 90;
  }
}
