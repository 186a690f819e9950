package wenmai.indexer.extract;

/**
 * Marks that go through a foreign parser around the figures of a list's number (编号记号), so that the
 * form it is written in, which the parser does not know, can be given to it afterwards.
 */
final class ListMarks {
  /** Some of the code points that Unicode keeps free for such uses. */
  static final char BEGINS = '\uFDD2';

  static final char ENDS = '\uFDD3';

  /** After a label that its text follows without a blank. */
  static final char NO_BLANK = '\uFDD4';

  private static final int LONGEST = 12;

  private ListMarks() {}

  /** What stands for the number in a pattern of labels. */
  static String around(String number, ListNumber form) {
    return "" + BEGINS + (char) ('A' + form.ordinal()) + number + ENDS;
  }

  /** Ends the number that the text ends with: it is written in its form. */
  static void end(StringBuilder text) {
    int start = text.lastIndexOf(String.valueOf(BEGINS));
    if (start < 0 || text.length() - start > LONGEST) {
      return;
    }
    String figures = text.substring(Math.min(start + 2, text.length()));
    int form = start + 1 < text.length() ? text.charAt(start + 1) - 'A' : -1;
    text.setLength(start);
    boolean known = form >= 0 && form < ListNumber.values().length;
    text.append(
        known && figures.matches("\\d{1,6}")
            ? ListNumber.values()[form].write(Integer.parseInt(figures))
            : figures);
  }
}
