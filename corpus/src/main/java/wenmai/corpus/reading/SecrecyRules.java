package wenmai.corpus.reading;

import java.nio.file.Path;
import wenmai.corpus.text.Folding;

/**
 * Tells lines that bear a mark of secrecy (密级标志行) in a text that is not read yet, as the readers
 * tell them. Safe for use by many threads.
 */
public final class SecrecyRules {
  private final Folding folding;
  private final SecrecyLine secrecy;

  private SecrecyRules(Folding folding, SecrecyLine secrecy) {
    this.folding = folding;
    this.secrecy = secrecy;
  }

  /**
   * @param config the folder {@code config}
   * @throws IllegalArgumentException if its lists are not what they should be; the message says why
   */
  public static SecrecyRules load(Path config) {
    Path reading = config.resolve("reading");
    return new SecrecyRules(
        ReadingRules.folding(reading), new SecrecyLine(ReadingRules.phrases(reading)));
  }

  /** Whether a line over a paper marks it. */
  public boolean isMark(String line) {
    return Sheet.of(line, folding).lines().stream()
        .anyMatch(one -> secrecy.inHeading(one).isPresent());
  }

  /** Whether a line is nothing but a mark, and not the end of a sentence: 机密★1年, 密级：机密, 秘密. */
  public boolean standsAlone(String line) {
    return Sheet.of(line, folding).lines().stream().anyMatch(secrecy::isUnlikeASentence);
  }
}
