package wenmai.corpus.store;

import java.util.Arrays;
import java.util.Optional;

/** What people decided about showing a document (公开审批): one step after the other. */
public enum Publication {
  /** For staff and readers alone. */
  INTERNAL("internal"),
  /** Looked through and fit for the public, which does not see it yet. */
  REVIEWED("reviewed"),
  PUBLIC("public"),
  /** Taken out by a person; taking the file in again does not bring it back. */
  WITHDRAWN("withdrawn");

  private final String key;

  Publication(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<Publication> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
