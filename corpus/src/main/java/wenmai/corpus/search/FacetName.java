package wenmai.corpus.search;

import java.util.Arrays;
import java.util.Optional;

/** A way to narrow a result (分面). */
public enum FacetName {
  KIND("kind"),
  AUTHORITY("authority"),
  ORGAN("organ"),
  REGION("region"),
  YEAR("year"),
  SESSION("session"),
  TOPIC("topic"),
  STATUS("status"),
  QUALITY("quality");

  private final String key;

  FacetName(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<FacetName> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
