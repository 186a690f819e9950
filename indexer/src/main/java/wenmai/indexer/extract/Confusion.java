package wenmai.indexer.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What OCR takes for something else (识别错误), as a line of {@code config/repair/ocr.txt} says.
 *
 * @param pattern its first group is the confused stretch
 * @param right what it was
 */
public record Confusion(Pattern pattern, String right) {
  private static final String ARROW = " => ";

  /**
   * The entries of a section.
   *
   * @param config the configuration folder
   * @throws IllegalArgumentException if a line is no rule; the message names file and line
   */
  public static List<Confusion> read(Path config, String section) {
    Path file = config.resolve("repair/ocr.txt");
    return RuleLines.read(file).section(section).stream().map(line -> of(line, file)).toList();
  }

  private static Confusion of(String line, Path file) {
    int arrow = line.lastIndexOf(ARROW);
    if (arrow < 0) {
      throw new IllegalArgumentException("[" + file + "] not pattern => right: " + line);
    }
    return new Confusion(
        Pattern.compile(line.substring(0, arrow)),
        line.substring(arrow + ARROW.length()).translateEscapes());
  }
}
