package wenmai.indexer.extract;

import java.nio.file.Path;
import java.util.List;

/**
 * Stray codes of common signs (部首字符、竖排标点): radicals for the characters that look like them, signs
 * of vertical lines for upright ones. Safe for use by many threads.
 */
public final class Signs {
  private final char[] common = new char[Character.MAX_VALUE + 1];

  private Signs() {
    for (int c = 0; c < common.length; c++) {
      common[c] = (char) c;
    }
  }

  /** Reads {@code extract/signs.txt} of the configuration folder. */
  public static Signs read(Path config) {
    Path file = config.resolve("extract/signs.txt");
    RuleLines rules = RuleLines.read(file);
    Signs signs = new Signs();
    for (String section : List.of("radicals", "vertical")) {
      for (String line : rules.section(section)) {
        for (String pair : line.split("\\s+", -1)) {
          if (pair.length() != 2) {
            throw new IllegalArgumentException("[" + file + "] not a pair of characters: " + pair);
          }
          signs.common[pair.charAt(0)] = pair.charAt(1);
        }
      }
    }
    return signs;
  }

  /** The common sign for this one: mostly itself. */
  public char common(char sign) {
    return common[sign];
  }

  /** The text with common signs only; as long as the text. */
  public String common(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (common[text.charAt(i)] != text.charAt(i)) {
        char[] signs = text.toCharArray();
        for (int k = i; k < signs.length; k++) {
          signs[k] = common[signs[k]];
        }
        return new String(signs);
      }
    }
    return text;
  }
}
