package wenmai.indexer.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/** The characters that Chinese text is mostly made of (常用字), to judge by whether a text is one. */
public final class CommonCharacters {
  private final BitSet characters;

  private CommonCharacters(BitSet characters) {
    this.characters = characters;
  }

  /** Reads {@code extract/common-characters.txt} of the configuration folder. */
  public static CommonCharacters read(Path config) {
    Path file = config.resolve("extract/common-characters.txt");
    try {
      BitSet characters = new BitSet(0xA000);
      Files.readString(file)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("["))
          .flatMapToInt(String::codePoints)
          .filter(Character::isIdeographic)
          .forEach(characters::set);
      return new CommonCharacters(characters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  boolean has(int codePoint) {
    return characters.get(codePoint);
  }

  /**
   * How much a text looks like Chinese that was decoded rightly.
   *
   * @return common characters less three times the characters that no text holds, as a share of all
   *     that are not ASCII; 0 for a text of ASCII alone
   */
  public double plausibility(CharSequence text) {
    int common = 0;
    int broken = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      all++;
      if (has(c) || isChinesePunctuation(c)) {
        common++;
      } else if (c == '\uFFFD' || (c >= '\uE000' && c <= '\uF8FF') || (c >= 0x80 && c < 0xA0)) {
        broken++;
      }
    }
    return all == 0 ? 0 : (common - 3.0 * broken) / all;
  }

  private static boolean isChinesePunctuation(char c) {
    return "，。、；：？！“”《》（）〔〕　".indexOf(c) >= 0;
  }
}
