package wenmai.analyzers.fold;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * {@link Folding} in a Lucene chain (字符折叠): characters change, offsets lead back to the source.
 * Invisible characters pass, for only a tokenizer knows whether they end a word.
 */
public final class FoldingCharFilter extends BaseCharFilter {
  private static final int BLOCK = 4096;

  private final Folding folding;
  private final char[] source = new char[BLOCK];
  private int sourceAt;
  private int sourceEnd;
  private boolean exhausted;

  private final StringBuilder pending = new StringBuilder(16);
  private int pendingAt;
  private int written;
  private int difference;

  public FoldingCharFilter(Folding folding, Reader input) {
    super(input);
    this.folding = folding;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (pendingAt < pending.length()) {
        buffer[at++] = pending.charAt(pendingAt++);
      } else if (sourceAt < sourceEnd || fill()) {
        char c = source[sourceAt];
        int folded = folding.fold(c);
        if (folded >= Character.MIN_SUPPLEMENTARY_CODE_POINT
            || Character.isHighSurrogate(c)
            || folding.isExpanded(c)) {
          foldSlowly();
        } else {
          buffer[at++] = (char) folded;
          sourceAt++;
          written++;
        }
      } else {
        break;
      }
    }
    return at == offset && length > 0 ? -1 : at - offset;
  }

  /** One character that takes more than one unit before or after folding. */
  private void foldSlowly() throws IOException {
    char c = source[sourceAt++];
    int codePoint = c;
    if (Character.isHighSurrogate(c)
        && (sourceAt < sourceEnd || fill())
        && Character.isLowSurrogate(source[sourceAt])) {
      codePoint = Character.toCodePoint(c, source[sourceAt++]);
    }
    pending.setLength(0);
    pendingAt = 0;
    String expansion = folding.expansion(codePoint);
    if (expansion.isEmpty()) {
      pending.appendCodePoint(folding.fold(codePoint));
    } else {
      pending.append(expansion);
    }
    int behind = written + difference + Character.charCount(codePoint);
    int before = Character.charCount(codePoint);
    if (before == pending.length()) {
      written += before;
      return;
    }
    // Every offset behind the first unit leads to the end of the character: offsets never go back.
    for (int unit = 1; unit <= pending.length(); unit++) {
      written++;
      difference = behind - written;
      addOffCorrectMap(written, difference);
    }
  }

  private boolean fill() throws IOException {
    if (exhausted) {
      return false;
    }
    int got;
    do {
      got = input.read(source, 0, BLOCK);
    } while (got == 0);
    sourceAt = 0;
    sourceEnd = Math.max(got, 0);
    exhausted = got < 0;
    return !exhausted;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
