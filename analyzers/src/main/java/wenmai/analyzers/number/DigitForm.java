package wenmai.analyzers.number;

import java.util.Arrays;
import wenmai.analyzers.fold.Folded;

/**
 * A folded text with every number in digits (数字归一): 第十二条, 第１２条 and 第12条 read alike, and so do the
 * brackets of 〔2022〕12号, so that what one of them asks for can be shown in the other. The way back
 * leads from each digit to the whole number.
 */
public final class DigitForm {
  private static final String OPENING = "[(【﹝〔";
  private static final String CLOSING = "])】﹞〕";

  private final Folded source;
  private final Numeral numeral = new Numeral();
  private final StringBuilder text = new StringBuilder();
  private int[] starts;
  private int[] ends;

  private DigitForm(Folded source) {
    this.source = source;
    int length = source.text().length();
    this.starts = new int[length + 16];
    this.ends = new int[length + 16];
  }

  public static Folded of(Folded folded) {
    return new DigitForm(folded).form();
  }

  /** Whether the unit at {@code at} and the one before it belong to one number. */
  public static boolean isInsideNumber(Folded form, int at) {
    return at > 0
        && at < form.text().length()
        && form.starts()[at] == form.starts()[at - 1]
        && form.ends()[at] == form.ends()[at - 1];
  }

  private Folded form() {
    char[] characters = source.text().toCharArray();
    int at = 0;
    while (at < characters.length) {
      char c = characters[at];
      if (numeral.read(characters, at, characters.length)) {
        add(numeral.value(), at, numeral.end());
        at = numeral.end();
      } else {
        String single = Numeral.single(c);
        add(single.isEmpty() ? String.valueOf(bracket(c)) : single, at, at + 1);
        at++;
      }
    }
    return new Folded(
        text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
  }

  private static char bracket(char c) {
    return OPENING.indexOf(c) >= 0 ? '〔' : CLOSING.indexOf(c) >= 0 ? '〕' : c;
  }

  private void add(CharSequence written, int from, int to) {
    int needed = text.length() + written.length();
    if (needed > starts.length) {
      starts = Arrays.copyOf(starts, needed * 2);
      ends = Arrays.copyOf(ends, needed * 2);
    }
    Arrays.fill(starts, text.length(), needed, source.sourceStart(from));
    Arrays.fill(ends, text.length(), needed, source.sourceEnd(to));
    text.append(written);
  }
}
