package wenmai.corpus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;

/**
 * A text as the readers see it (稿面): folded, in lines, and once more without any blanks, with the
 * way back to the original for every place. Made in one pass.
 */
final class Sheet {
  /** Two of them together are a wide one. */
  private static final String BLANKS = " \t\n\u000b\f\r";

  /** As web pages write a blank, also broken. */
  private static final Pattern BLANK_ENTITY =
      Pattern.compile("&(?:[a-z]{0,4}sp|#(?:32|160|12288));");

  private final String text;
  private final String folded;
  private final String compact;
  private final int[] origins;
  private final List<Line> lines;
  private final int[] compactStarts;
  private final CodePointIndex index;

  private Sheet(String text, Folding folding) {
    this.text = text;
    this.folded = withoutEntities(folding.fold(text));
    this.index = CodePointIndex.of(text);
    int[] from = new int[text.length() + 1];
    StringBuilder packed = new StringBuilder(text.length());
    List<Line> found = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    boolean apart = false;
    int at = 0;
    while (at < folded.length()) {
      TimeIsUp.check();
      int newline = folded.indexOf('\n', at);
      int end = newline < 0 ? folded.length() : newline;
      int packedStart = packed.length();
      for (int i = at; i < end; i++) {
        if (folded.charAt(i) != ' ') {
          from[packed.length()] = i;
          packed.append(folded.charAt(i));
        }
      }
      if (packed.length() > packedStart) {
        int first = from[packedStart];
        int last = from[packed.length() - 1] + 1;
        String words = folded.substring(first, last);
        boolean blanks = words.length() != packed.length() - packedStart;
        String tight = blanks ? packed.substring(packedStart) : words;
        List<String> columns =
            blanks ? columns(text.substring(first, last), words) : List.of(tight);
        found.add(new Line(found.size(), first, last, words, tight, apart, columns));
        starts.add(packedStart);
        apart = false;
      } else {
        apart = true;
      }
      at = end + 1;
    }
    from[packed.length()] = text.length();
    this.compact = packed.toString();
    this.origins = from;
    this.lines = List.copyOf(found);
    this.compactStarts = starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * What tabs and wide blanks part.
   *
   * @param line as it came
   * @param words the same folded
   */
  private static List<String> columns(String line, String words) {
    List<String> columns = new ArrayList<>();
    StringBuilder column = new StringBuilder(words.length());
    int blanks = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      blanks = BLANKS.indexOf(c) >= 0 ? blanks + 1 : 0;
      if (blanks > 1 || c == '\t' || c == '\u3000') {
        end(column, columns);
      } else if (words.charAt(i) != ' ') {
        column.append(words.charAt(i));
      }
    }
    end(column, columns);
    return columns;
  }

  private static void end(StringBuilder column, List<String> columns) {
    if (!column.isEmpty()) {
      columns.add(column.toString());
      column.setLength(0);
    }
  }

  /** &nbsp; that a page left in its text is as many blanks. */
  private static String withoutEntities(String folded) {
    return folded.indexOf('&') < 0
        ? folded
        : BLANK_ENTITY.matcher(folded).replaceAll(entity -> " ".repeat(entity.group().length()));
  }

  static Sheet of(String text, Folding folding) {
    return new Sheet(text, folding);
  }

  /** As it came. */
  String text() {
    return text;
  }

  /** Folded; as long as the text. */
  String folded() {
    return folded;
  }

  /** Folded and without any blanks or line breaks; see {@link #origin}. */
  String compact() {
    return compact;
  }

  List<Line> lines() {
    return lines;
  }

  /** Where a character of {@link #compact} stands in the text. */
  int origin(int compactOffset) {
    return origins[compactOffset];
  }

  /** Where a line begins in {@link #compact}. */
  int compactStart(Line line) {
    return compactStarts[line.index()];
  }

  /** Where a line ends in {@link #compact}. */
  int compactEnd(Line line) {
    return compactStarts[line.index()] + line.compact().length();
  }

  /** The stretch of the text that {@code [start, end)} of {@link #compact} came from. */
  Span spanOfCompact(int start, int end) {
    return end > start
        ? Span.of(origins[start], origins[end - 1] + 1)
        : Span.of(origins[start], origins[start]);
  }

  /** The sentence, or so much of it, in which a character of {@link #compact} stands. */
  Span sentence(int compactOffset, int longest) {
    int start = compactOffset;
    while (start > 0 && compactOffset - start < longest / 2 && !endsSentence(start - 1)) {
      start--;
    }
    int end = compactOffset;
    while (end < compact.length() && end - start < longest && !endsSentence(end)) {
      end++;
    }
    boolean stop = end < compact.length() && "。!?".indexOf(compact.charAt(end)) >= 0;
    return spanOfCompact(start, stop ? end + 1 : end);
  }

  private boolean endsSentence(int at) {
    return "。!?;".indexOf(compact.charAt(at)) >= 0
        || (at + 1 < compact.length()
            && text.substring(origins[at], origins[at + 1]).indexOf('\n') >= 0);
  }

  Quote quote(Span span) {
    return Quote.of(text, span, index);
  }

  Evidence evidence(Span span) {
    return new Evidence.InText(quote(span));
  }

  Evidence evidence(Line line) {
    return evidence(Span.of(line.start(), line.end()));
  }

  Evidence evidence(Line first, Line last) {
    return evidence(Span.of(first.start(), last.end()));
  }

  CodePointIndex index() {
    return index;
  }
}
