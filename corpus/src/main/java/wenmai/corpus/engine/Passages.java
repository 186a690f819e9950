package wenmai.corpus.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.text.Span;

/**
 * Cuts a text into passages (段落切分): each article is one, what stands between articles is cut at
 * paragraphs, and what is too long to be read at a glance is cut again.
 */
public final class Passages {
  /** A passage grows to this many UTF-16 units before the next paragraph begins a new one. */
  static final int COMFORTABLE = 300;

  /** No passage is longer, in UTF-16 units: about what an embedding model reads at once. */
  static final int LONGEST = 500;

  private final String text;
  private final List<Passage> passages = new ArrayList<>();

  private Passages(String text) {
    this.text = text;
  }

  public static List<Passage> of(String text, Outline outline) {
    Passages cutter = new Passages(text);
    int from = 0;
    CodePointCursor cursor = new CodePointCursor(text);
    for (Division division : outline.divisions()) {
      if (division.level() != Level.ARTICLE || division.article().isEmpty()) {
        continue;
      }
      int start = cursor.toUtf16(division.span().start());
      if (start < from) {
        continue; // a point within a point belongs to the outer one
      }
      int end = cursor.toUtf16(division.span().end());
      cutter.cut(from, start, Optional.empty());
      cutter.cut(start, end, division.article());
      from = Math.max(from, end);
    }
    cutter.cut(from, text.length(), Optional.empty());
    return List.copyOf(cutter.passages);
  }

  private void cut(int from, int to, Optional<String> article) {
    int start = from;
    int at = from;
    while (at < to) {
      int lineEnd = text.indexOf('\n', at);
      int next = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
      if (next - start > LONGEST && at > start) {
        add(start, at, article);
        start = at;
      }
      while (next - start > LONGEST) {
        int sentence = sentenceEnd(start, start + LONGEST);
        add(start, sentence, article);
        start = sentence;
      }
      at = next;
      if (article.isEmpty() && at - start >= COMFORTABLE) {
        add(start, at, article);
        start = at;
      }
    }
    add(start, to, article);
  }

  /** The last end of a sentence in the window, else of the window, never between surrogates. */
  private int sentenceEnd(int from, int limit) {
    for (int i = limit - 1; i > from; i--) {
      char c = text.charAt(i);
      if (c == '。' || c == '；' || c == ';' || c == '！' || c == '？') {
        return i + 1;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private void add(int from, int to, Optional<String> article) {
    if (from < to && !text.substring(from, to).isBlank()) {
      passages.add(new Passage(article, Span.of(from, to)));
    }
  }

  /** Walks code points forward; earlier places are counted from the start again. */
  private static final class CodePointCursor {
    private final String text;
    private int codePoint;
    private int utf16;

    CodePointCursor(String text) {
      this.text = text;
    }

    int toUtf16(int wanted) {
      if (wanted < codePoint) {
        codePoint = 0;
        utf16 = 0;
      }
      utf16 = text.offsetByCodePoints(utf16, wanted - codePoint);
      codePoint = wanted;
      return utf16;
    }
  }
}
