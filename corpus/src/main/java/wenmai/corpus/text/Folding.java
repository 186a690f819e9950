package wenmai.corpus.text;

import java.util.List;
import wenmai.analyzers.fold.ScriptTables;

/**
 * Folds a text for comparison (繁简、全半角) without changing its length: traditional and old printed
 * forms become simplified ones, full-width signs and letters become half-width ones, every kind of
 * white space becomes a blank. An offset in the folded text is an offset in the original. Safe for
 * use by many threads.
 */
public final class Folding {
  /** Signs with a half-width or plainer form outside the block FF01–FF5E. */
  private static final String SIGNS = "﹝﹞﹙﹚﹐﹑﹔﹕﹖﹗︰∶○◯‐‑–﹣─━│┃║┆┊｢｣";

  private static final String PLAIN = "〔〕(),、;:?!::〇〇----——|||||「」";

  private final char[] table = new char[Character.MAX_VALUE + 1];
  private final boolean[] traditional = new boolean[Character.MAX_VALUE + 1];

  private Folding() {
    for (int c = 0; c < table.length; c++) {
      table[c] =
          Character.isWhitespace((char) c) || Character.isSpaceChar((char) c) ? ' ' : (char) c;
    }
    table['\n'] = '\n';
    table['\u200b'] = ' ';
    table['\ufeff'] = ' ';
    for (char c = '\uff01'; c <= '\uff5e'; c++) {
      table[c] = (char) (c - '\uff01' + '!');
    }
    for (int i = 0; i < SIGNS.length(); i++) {
      table[SIGNS.charAt(i)] = PLAIN.charAt(i);
    }
  }

  /**
   * @param pairs old printed forms beyond the usual tables, two characters each: the old form, the
   *     simplified one
   */
  public static Folding of(List<String> pairs) {
    Folding folding = new Folding();
    ScriptTables.toSimplified().forEach(folding::put);
    for (String pair : pairs) {
      if (pair.length() != 2) {
        throw new IllegalArgumentException("not a pair of characters: " + pair);
      }
      folding.put(pair.codePointAt(0), pair.codePointAt(1));
    }
    return folding;
  }

  private void put(int from, int to) {
    if (from <= Character.MAX_VALUE && to <= Character.MAX_VALUE) {
      table[from] = (char) to;
      traditional[from] = true;
    }
  }

  /** The folded text; as long as the original. */
  public String fold(String text) {
    char[] out = text.toCharArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = table[out[i]];
    }
    return new String(out);
  }

  /** Whether this character is one that only a traditional text uses. */
  public boolean isTraditional(char c) {
    return traditional[c];
  }
}
