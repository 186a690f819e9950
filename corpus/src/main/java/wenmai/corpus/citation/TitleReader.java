package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;

/**
 * Reads a title in 《》 with whatever is nested in it: 《…〈…〉…》, 《…《…》…》, lines broken inside,
 * half-width marks. A mark that is never closed is no title.
 */
final class TitleReader {
  /** The longest official titles have some 120 characters. */
  private static final int LONGEST = 200;

  private final CompactText text;
  private final boolean traditional;

  TitleReader(CompactText text) {
    this.text = text;
    this.traditional = text.isTraditional();
  }

  /**
   * A title with its marks.
   *
   * @param start the opening mark
   * @param end one past the closing mark
   */
  record Title(int start, int end, String words) {}

  static boolean opens(char c) {
    return c == '《' || c == '<';
  }

  private static boolean closes(char c) {
    return c == '》' || c == '>';
  }

  /** The title whose opening mark stands here. */
  Optional<Title> at(int start) {
    int end = balancedEnd(start);
    if (end < 0 && text.at(start) == '《') {
      end = plainEnd(start);
    }
    int inner = start + 1;
    if (end < 0 || end - 1 - inner < 1) {
      return Optional.empty();
    }
    return Optional.of(new Title(start, end, printed(inner, end - 1)));
  }

  private int balancedEnd(int start) {
    int depth = 1;
    for (int i = start + 1; i < start + LONGEST && i < text.length(); i++) {
      char c = text.at(i);
      if (opens(c)) {
        depth++;
      } else if (closes(c) && --depth == 0) {
        return i + 1;
      } else if (c == '。' || c == '!' || (c == ';' && text.gapBefore(i + 1) != Gap.NONE)) {
        return -1;
      }
    }
    return -1;
  }

  /** 《关于〈甲的决定》, where the inner mark was never closed: the first mark of the same kind. */
  private int plainEnd(int start) {
    for (int i = start + 1; i < start + LONGEST && i < text.length(); i++) {
      char c = text.at(i);
      if (c == '》') {
        return i + 1;
      }
      if (c == '《' || c == '。') {
        return -1;
      }
    }
    return -1;
  }

  /**
   * As titles are printed, a traditional text's in simplified script: inner marks 《》, brackets full
   * width, digits and letters half width.
   */
  private String printed(int start, int end) {
    String words = traditional ? text.slice(start, end) : text.written(start, end);
    StringBuilder out = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      out.append(
          switch (c) {
            case '<' -> '《';
            case '>' -> '》';
            case '(' -> '（';
            case ')' -> '）';
            case ':' -> '：';
            case ',' -> '，';
            case '-' -> '—';
            default -> c;
          });
    }
    return out.toString();
  }
}
