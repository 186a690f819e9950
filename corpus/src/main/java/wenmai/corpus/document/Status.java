package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/** Validity (时效) on a given day; computed when asked, never stored. */
public enum Status {
  NOT_YET_IN_FORCE("not-yet-in-force"),
  IN_FORCE("in-force"),
  AMENDED("amended"),
  REPEALED("repealed"),
  UNKNOWN("unknown");

  private final String key;

  Status(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Status> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
