package wenmai.indexer.repair;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paragraphs broken by themselves in a text that is not set to a width (单段折行): the first line is
 * set in, those below stand at the edge and are about as wide, and only the last ends a sentence.
 * Items one under the other may look so, too; they begin alike.
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

  /** Two signs that more than one line begins with are the verb of its item. */
  private static final int SIGNS_ALIKE = 2;

  private final String text;
  private final List<SetLine> lines;
  private final Pattern beginsItem;

  /**
   * @param beginsItem words that items of an agenda begin with
   */
  Hanging(String text, List<SetLine> lines, Pattern beginsItem) {
    this.text = text;
    this.lines = lines;
    this.beginsItem = beginsItem;
  }

  /** The lines, by index, whose end stands inside of such a paragraph. */
  BitSet ends() {
    BitSet ends = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (opens(lines.get(i))) {
        int last = last(lines, i);
        if (!areItems(i, last)) {
          ends.set(i, last);
        }
        i = Math.max(i, last);
      }
    }
    return ends;
  }

  private boolean areItems(int first, int last) {
    Set<String> begun = new HashSet<>();
    boolean verbs = true;
    boolean alike = false;
    for (SetLine line : lines.subList(first, last + 1)) {
      int from = line.start();
      while (from < line.end() && TextLine.isBlank(text.charAt(from))) {
        from++;
      }
      String begin = text.substring(from, Math.min(line.end(), from + SIGNS_ALIKE));
      verbs &= beginsItem.matcher(text).region(from, line.end()).lookingAt();
      alike |= !begun.add(begin);
    }
    return verbs || alike;
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
