package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/** What kind of paper a document is (文种大类); the finer 文种 in Chinese is {@link FactKey#GENRE}. */
public enum Kind {
  CONSTITUTION("constitution"),
  LAW("law"),
  ADMINISTRATIVE_REGULATION("administrative-regulation"),
  REGULATION("regulation"),
  RULE("rule"),
  NORMATIVE_DOCUMENT("normative-document"),
  JUDICIAL_INTERPRETATION("judicial-interpretation"),
  RESOLUTION("resolution"),
  DECISION("decision"),
  REVIEW_OPINION("review-opinion"),
  REPORT("report"),
  SPEECH("speech"),
  BILL("bill"),
  SUGGESTION("suggestion"),
  REPLY("reply"),
  ANNOUNCEMENT("announcement"),
  APPOINTMENT("appointment"),
  LETTER("letter"),
  EXPLANATION("explanation"),
  MINUTES("minutes"),
  NEWS("news"),
  OTHER("other");

  private final String key;

  Kind(String key) {
    this.key = key;
  }

  /**
   * Whether it lays down general rules (规范): such a text is amended and stays the same work, while
   * next year's report is another paper.
   */
  public boolean isNorm() {
    return compareTo(CONSTITUTION) >= 0 && compareTo(JUDICIAL_INTERPRETATION) <= 0;
  }

  /** Whether one asks of it if it is in force; of a report nobody does. */
  public boolean binds() {
    return isNorm() || this == RESOLUTION || this == DECISION;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  public static Optional<Kind> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
