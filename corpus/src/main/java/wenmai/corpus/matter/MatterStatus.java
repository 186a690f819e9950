package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** Where a matter stands on a given day; computed when asked. */
public enum MatterStatus {
  OPEN("open"),
  OVERDUE("overdue"),
  CLOSED("closed");

  private final String key;

  MatterStatus(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<MatterStatus> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
