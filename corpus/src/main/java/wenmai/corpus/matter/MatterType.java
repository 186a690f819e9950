package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.Optional;

/** The mechanism a matter runs by (监督、决议、代表建议、立法 …). */
public enum MatterType {
  SUPERVISION("supervision"),
  RESOLUTION("resolution"),
  SUGGESTION("suggestion"),
  LEGISLATION("legislation"),
  RECORD_REVIEW("record-review"),
  LIVELIHOOD_PROJECT("livelihood-project"),
  BUDGET("budget"),
  AUDIT("audit"),
  APPOINTMENT("appointment"),
  APPRAISAL("appraisal"),
  INSPECTION("inspection"),
  ELECTION("election"),
  OTHER("other");

  private final String key;

  MatterType(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<MatterType> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
