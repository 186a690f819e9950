package wenmai.indexer.repair;

import java.util.BitSet;
import java.util.List;

/**
 * Paragraphs broken by themselves in a text that is not set to a width (单段折行): the first line is
 * set in, those below stand at the edge and are about as wide, and only the last ends a sentence.
 */
final class Hanging {
  /** Two blanks of a Chinese paragraph, in half-width columns. */
  private static final int INDENT = 4;

  /** A line that is set further in is a signature or its day. */
  private static final int DEEPEST = 8;

  /** A shorter line is a heading or a form's. */
  private static final int NARROWEST = 36;

  private static final int LONGEST = 60;
  private static final double LEAST = 0.7;
  private static final double MOST = 1.2;

  private Hanging() {}

  /** The lines, by index, whose end stands inside of such a paragraph. */
  static BitSet ends(List<SetLine> lines) {
    BitSet ends = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (opens(lines.get(i))) {
        int last = last(lines, i);
        ends.set(i, last);
        i = Math.max(i, last);
      }
    }
    return ends;
  }

  private static boolean opens(SetLine line) {
    return line.indent() >= INDENT
        && line.indent() <= DEEPEST
        && line.width() >= NARROWEST
        && isOpen(line);
  }

  private static boolean isOpen(SetLine line) {
    return SetLine.SENTENCE_END.indexOf(line.last()) < 0;
  }

  /** The line that ends the sentence; the first one where no line does. */
  private static int last(List<SetLine> lines, int first) {
    int width = lines.get(first).width();
    for (int i = first + 1; i < Math.min(lines.size(), first + LONGEST); i++) {
      SetLine line = lines.get(i);
      if (line.isBlank() || line.indent() > 0 || line.width() > width * MOST) {
        return first;
      }
      if (!isOpen(line)) {
        return i;
      }
      if (line.width() < width * LEAST) {
        return first;
      }
    }
    return first;
  }
}
