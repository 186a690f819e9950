package wenmai.corpus.reading;

import java.util.BitSet;

/**
 * Where no name reaches over: the starts of lines, and of columns that a wide gap parts (行与栏的界).
 */
final class Borders {
  private Borders() {}

  /** The places in the compact text. Spread letters (公　告) are no columns. */
  static BitSet of(Sheet sheet) {
    BitSet borders = new BitSet();
    for (Line line : sheet.lines()) {
      int at = sheet.compactStart(line);
      borders.set(at);
      String former = "";
      for (String column : line.columns()) {
        if (former.length() > 1 && column.length() > 1) {
          borders.set(at);
        }
        at += column.length();
        former = column;
      }
    }
    return borders;
  }

  /** Where a line begins that goes on with none: whom a paper addresses. */
  static BitSet ofUnits(Sheet sheet) {
    BitSet starts = new BitSet();
    sheet.lines().stream()
        .filter(line -> line.isShort() && line.compact().endsWith(":"))
        .forEach(line -> starts.set(sheet.compactStart(line)));
    return starts;
  }
}
