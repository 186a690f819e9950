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

  private final String text;
  private final CodePointIndex index;
  private Span current = Span.of(0, 0);
  private Quote quote;

  SentenceReader(String text, CodePointIndex index) {
    this.text = text;
    this.index = index;
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

  /** An empty line, or an indented line behind; a mere line break may stand inside a sentence. */
  private boolean isParagraphEnd(int i) {
    int next = i + 1;
    return next >= text.length()
        || text.charAt(next) == '\n'
        || text.charAt(next) == '\r'
        || Characters.isSpace(text.charAt(next))
        || (i > 0 && text.charAt(i - 1) == '\n');
  }

  private static boolean isStop(char c) {
    return c == '。' || c == '！' || c == '？' || c == '!' || c == '?' || c == '｡';
  }
}
