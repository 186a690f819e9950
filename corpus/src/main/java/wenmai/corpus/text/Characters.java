package wenmai.corpus.text;

import wenmai.analyzers.fold.ScriptTables;

/**
 * Single characters as they are compared (单字折叠): half width for full width, simplified for
 * traditional, one form for marks of many forms. One character for one, so that places stay. The
 * table is made once and never changes.
 */
public final class Characters {
  /** Marks of one meaning, each pair from → to; beyond the full-width block FF01–FF5E. */
  private static final String MARKS =
      "○〇◯〇零〇【[】]〖[〗]﹝〔﹞〕❲〔❳〕︽《︾》«《»》〈<〉>‹<›>︿<﹀>﹤<﹥>﹙(﹚)﹑、﹐,｡。—-–-‐-‑-−-～~〜~─-━-﹣-│|┃|║|┆|┇|┊|┋|￨|";

  private static final char[] FOLDED = table(true);
  private static final char[] HALF_WIDTH = table(false);

  private Characters() {}

  private static char[] table(boolean script) {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (char c = '\uff01'; c <= '\uff5e'; c++) {
      table[c] = (char) (c - 0xfee0);
    }
    if (script) {
      ScriptTables.toSimplified().forEach((from, to) -> put(table, from, to));
    }
    for (int i = 0; i < MARKS.length(); i += 2) {
      table[MARKS.charAt(i)] = MARKS.charAt(i + 1);
    }
    return table;
  }

  private static void put(char[] table, int from, int to) {
    if (from <= Character.MAX_VALUE && to <= Character.MAX_VALUE) {
      table[from] = (char) to;
    }
  }

  /** The form by which two characters are compared. */
  public static char fold(char c) {
    return FOLDED[c];
  }

  /** The same in its own script. */
  public static char halfWidth(char c) {
    return HALF_WIDTH[c];
  }

  /** Every character folded. */
  public static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = FOLDED[folded[i]];
    }
    return new String(folded);
  }

  public static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\ufeff'
        || (c >= '\u2000' && c <= '\u200f')
        || c == '\u2060'
        || c == '\u0085';
  }
}
