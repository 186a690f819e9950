package wenmai.web.render;

import java.util.List;
import wenmai.corpus.text.CodePointSpan;

/** Makes HTML out of text. The only place where markup is put around words from outside. */
public final class Html {
  private Html() {}

  /** Escapes text for element content and for quoted attributes. */
  public static String escape(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      appendEscaped(out, text.charAt(i));
    }
    return out.toString();
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.append(c);
      default -> out.append(isControl(c) ? '\uFFFD' : c);
    }
  }

  /** Characters that HTML forbids in a document. */
  private static boolean isControl(char c) {
    return (c < 0x20 && c != '\r') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
  }

  /**
   * Text with the marked stretches in {@code <mark>} and everything else escaped.
   *
   * @param marks in code points, in order, not overlapping
   */
  public static String marked(String words, List<CodePointSpan> marks) {
    StringBuilder out = new StringBuilder(words.length() + 16 * marks.size());
    int at = 0;
    int utf16 = 0;
    for (CodePointSpan mark : marks) {
      int start = words.offsetByCodePoints(utf16, mark.start() - at);
      int end = words.offsetByCodePoints(start, mark.end() - mark.start());
      out.append(escape(words.substring(utf16, start)));
      out.append("<mark>").append(escape(words.substring(start, end))).append("</mark>");
      at = mark.end();
      utf16 = end;
    }
    return out.append(escape(words.substring(utf16))).toString();
  }

  /** {@link #marked} as finished markup. */
  public static Markup markedUp(String words, List<CodePointSpan> marks) {
    return new Markup(marked(words, marks));
  }
}
