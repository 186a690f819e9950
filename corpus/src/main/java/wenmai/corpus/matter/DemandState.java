package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** What became of a demand, as far as the held papers show. */
public enum DemandState {
  ANSWERED("answered"),
  PARTLY("partly"),
  DEFERRED("deferred"),
  NOT_MENTIONED("not-mentioned"),
  NOT_DUE("not-due"),
  UNKNOWN("unknown");

  private final String key;

  DemandState(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<DemandState> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
