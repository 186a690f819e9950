package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/** Who may see a document (公开范围). */
public enum Visibility {
  PUBLIC("public"),
  INTERNAL("internal");

  private final String key;

  Visibility(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Visibility> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
