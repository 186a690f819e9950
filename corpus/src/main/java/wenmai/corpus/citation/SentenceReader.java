package wenmai.corpus.citation;

import wenmai.corpus.text.Characters;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;

/**
 * Cuts out the whole sentence around a place. Citations come in the order of the text, so one pass
 * does for all, and citations of one sentence share its quotation.
 */
final class SentenceReader {
  /** A sentence longer than this is cut at a comma, or anywhere: hostile or badly extracted. */
  private static final int LONGEST = 600;

  /**
   * A line of less than this share of the longest, in hundredths, is not broken for want of room.
   */
  private static final int FULL_LINE = 75;

  private final String text;
  private final CodePointIndex index;
  private final int width;
  private Span current = Span.of(0, 0);
  private Quote quote;

  SentenceReader(String text, CodePointIndex index) {
    this.text = text;
    this.index = index;
    this.width = width(text);
    this.quote = Quote.of(text, current, index);
  }

  /** The sentence that holds this place; places must not go back. */
  Quote around(Span place) {
    if (!current.contains(place) || current.isEmpty()) {
      current = cut(place);
      quote = Quote.of(text, current, index);
    }
    return quote;
  }

  private Span cut(Span place) {
    int floor = Math.max(0, place.start() - LONGEST / 2);
    int start = place.start();
    while (start > floor && !ends(start - 1)) {
      start--;
    }
    while (start < place.start() && Characters.isSpace(text.charAt(start))) {
      start++;
    }
    int ceiling = Math.min(text.length(), Math.max(place.end(), place.start() + LONGEST));
    int end = place.end();
    while (end < ceiling && !ends(end)) {
      end++;
    }
    if (end < text.length() && isStop(text.charAt(end))) {
      end++;
      if (end < text.length() && (text.charAt(end) == '”' || text.charAt(end) == '』')) {
        end++;
      }
    }
    return whole(start, end);
  }

  /** Never half a character of two units. */
  private Span whole(int start, int end) {
    int from = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    return Span.of(from, to);
  }

  /** Whether a sentence ends with this character. */
  private boolean ends(int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return isParagraphEnd(i);
    }
    return isStop(c);
  }

  /**
   * An empty line, an indented line behind, a line that ends early or is a note in brackets; any
   * other line break may stand inside a sentence.
   */
  private boolean isParagraphEnd(int i) {
    int next = i + 1;
    return next >= text.length()
        || text.charAt(next) == '\n'
        || text.charAt(next) == '\r'
        || Characters.isSpace(text.charAt(next))
        || (i > 0 && text.charAt(i - 1) == '\n')
        || endsEarly(i);
  }

  private boolean endsEarly(int newline) {
    int start = text.lastIndexOf('\n', newline - 1) + 1;
    int end = newline;
    while (end > start && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Characters.isSpace(text.charAt(start))) {
      start++;
    }
    boolean note =
        end > start
            && isBracket(text.charAt(start), '(', '（')
            && isBracket(text.charAt(end - 1), ')', '）');
    return note || (end - start) * 100L < width * (long) FULL_LINE;
  }

  private static boolean isBracket(char c, char half, char full) {
    return c == half || c == full;
  }

  /** The length of the longest line. */
  private static int width(String text) {
    int longest = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      longest = Math.max(longest, end - start);
      start = end + 1;
    }
    return longest;
  }

  private static boolean isStop(char c) {
    return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '｡';
  }
}
