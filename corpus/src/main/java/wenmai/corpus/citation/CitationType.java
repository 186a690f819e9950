package wenmai.corpus.citation;

import java.util.Arrays;
import java.util.Optional;

/**
 * In what form a text points at another: full title, short title, 文号, an alias it defined, a bare
 * name, itself, by position, by session.
 */
public enum CitationType {
  TITLE("title"),
  SHORT("short"),
  NUMBER("number"),
  ALIAS("alias"),
  BARE("bare"),
  SELF("self"),
  RELATIVE("relative"),
  SESSION("session");

  private final String key;

  CitationType(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<CitationType> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
