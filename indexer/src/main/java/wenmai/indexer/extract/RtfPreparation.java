package wenmai.indexer.extract;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Makes an RTF ready for Tika (RTF 预处理), which knows no rows of tables, drops footnotes and takes
 * running heads and struck-out words for text: such words are left out ({@link RtfChanges}), cells
 * end in tabs and rows in paragraphs, notes move to the end, heads and feet are set between two
 * signs that {@link LineCollector} knows. A file whose brackets do not match is left as it is.
 */
final class RtfPreparation {
  /** Two of the code points that Unicode keeps free for such uses. */
  static final char FURNITURE_BEGINS = '\uFDD0';

  static final char FURNITURE_ENDS = '\uFDD1';

  /** More is pictures, and a copy of it would cost too much. */
  static final int MOST_BYTES = 64 << 20;

  private static final Set<String> FURNITURE =
      Set.of("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf");

  private final String rtf;
  private final StringBuilder out;
  private final StringBuilder notes = new StringBuilder();
  private int at;

  private RtfPreparation(String rtf) {
    this.rtf = rtf;
    this.out = new StringBuilder(rtf.length() + 1024);
  }

  static byte[] of(byte[] bytes) {
    String rtf = new String(bytes, StandardCharsets.ISO_8859_1);
    return new RtfPreparation(RtfChanges.of(rtf).accepted())
        .prepared()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String prepared() {
    if (!rtf.startsWith("{")) {
      return rtf;
    }
    int depth = 0;
    int noteDepth = 0;
    int noteStart = 0;
    int furnitureDepth = 0;
    while (at < rtf.length()) {
      char c = rtf.charAt(at);
      if (c == '{') {
        depth++;
        out.append(c);
        at++;
      } else if (c == '}') {
        if (depth == furnitureDepth) {
          out.append(sign(FURNITURE_ENDS));
          furnitureDepth = 0;
        }
        if (depth == noteDepth) {
          notes.append("\\par {\\plain ").append(out, noteStart, out.length()).append('}');
          out.setLength(noteStart);
          noteDepth = 0;
        }
        depth--;
        if (depth == 0) {
          return out.append(notes).append('}').toString();
        }
        out.append(c);
        at++;
      } else if (c == '\\') {
        String word = word();
        if (word.equals("footnote") && noteDepth == 0) {
          noteDepth = depth;
          noteStart = groupStart();
        } else if (FURNITURE.contains(word) && furnitureDepth == 0 && noteDepth == 0) {
          furnitureDepth = depth;
          out.append(sign(FURNITURE_BEGINS));
        }
      } else {
        out.append(c);
        at++;
      }
    }
    return rtf;
  }

  /** Copies a control word or symbol, or what stands for it, and says which word it was. */
  private String word() {
    int start = at++;
    while (at < rtf.length() && Character.isLetter(rtf.charAt(at)) && rtf.charAt(at) < 0x80) {
      at++;
    }
    String word = rtf.substring(start + 1, at);
    if (word.isEmpty()) {
      at = Math.min(rtf.length(), at + 1);
      out.append(rtf, start, at);
      return word;
    }
    int figures = at;
    while (at < rtf.length() && (Character.isDigit(rtf.charAt(at)) || rtf.charAt(at) == '-')) {
      at++;
    }
    if (word.equals("bin")) {
      skip(rtf.substring(figures, at));
    }
    switch (word) {
      case "cell", "nestcell" -> out.append("\\tab");
      case "row", "nestrow" -> out.append("\\par");
      case "footnote" -> {}
      default -> out.append(rtf, start, at);
    }
    return word;
  }

  /** Bytes of a picture are no brackets. */
  private void skip(String count) {
    try {
      at = Math.min(rtf.length(), at + 1 + Math.max(0, Integer.parseInt(count)));
    } catch (NumberFormatException e) {
      // no count: nothing to skip
    }
  }

  /** Where the content of the group that is open begins: after its bracket and a star. */
  private int groupStart() {
    int start = out.lastIndexOf("{") + 1;
    out.setLength(start);
    return start;
  }

  private static String sign(char sign) {
    return "{\\uc1\\u" + (short) sign + "?}";
  }
}
