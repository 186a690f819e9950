package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.Span;

/** Cuts the compact text of a paper into sentences and lines (断句). */
final class Sentences {
  private static final String ENDS = "。！!？?；;";
  private static final String OPENS = "一二三四五六七八九十0123456789(（第○〇①②③④⑤⑥⑦⑧⑨●■□☑·-—│┃|├└┌";

  /** What has no end is cut here, or reading it again and again for each find would never end. */
  private static final int LONGEST = 2_000;

  /** A line that is shorter than this ended because its paragraph ended. */
  private static final int FULL_LINE = 22;

  private Sentences() {}

  /** Stretches of the compact text, in order; together they are all of it. */
  static List<Span> of(PaperReading paper) {
    String words = paper.compact();
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    int lineStart = 0;
    for (int i = 1; i <= words.length(); i++) {
      boolean line = i < words.length() && paper.lineStartsAt(i);
      boolean end =
          i == words.length()
              || (i - start >= LONGEST && !Character.isLowSurrogate(words.charAt(i)))
              || isEnd(words, i)
              || (line && breaksParagraph(paper, words, lineStart, i));
      if (end) {
        if (i > start) {
          sentences.add(Span.of(start, i));
        }
        start = i;
      }
      if (line) {
        lineStart = i;
      }
    }
    return sentences;
  }

  /** Whether a sentence ends before this place; a closing mark belongs to it. */
  private static boolean isEnd(String words, int i) {
    char before = words.charAt(i - 1);
    char here = words.charAt(i);
    if (ENDS.indexOf(before) >= 0) {
      return here != '”' && here != '"' && here != '）' && here != ')' && here != '’';
    }
    return (before == '”' || before == '"') && i > 1 && "。！!？?".indexOf(words.charAt(i - 2)) >= 0;
  }

  private static boolean breaksParagraph(
      PaperReading paper, String words, int lineStart, int next) {
    return paper.indentedAt(next)
        || next - lineStart < FULL_LINE
        || OPENS.indexOf(words.charAt(next)) >= 0
        || ":：".indexOf(words.charAt(next - 1)) >= 0;
  }
}
