package wenmai.corpus.document;

import java.util.Arrays;
import java.util.Optional;

/** What a reader ought to be told about a text (质量提示). */
public enum WarningCode {
  CUT_TEXT("cut-text"),
  MISSING_SECTION("missing-section"),
  MASKED_NAME("masked-name"),
  CONFLICTING_DATES("conflicting-dates"),
  LOW_OCR("low-ocr"),
  NO_TEXT("no-text"),
  NO_TITLE("no-title"),
  PERSONAL_DATA("personal-data"),
  SECRECY_MARK("secrecy-mark");

  private final String key;

  WarningCode(String key) {
    this.key = key;
  }

  /** The contract's word for it. */
  public String key() {
    return key;
  }

  /** Whether a person has to look at it before the public may see the text. */
  public boolean keepsFromPublic() {
    return this == SECRECY_MARK || this == PERSONAL_DATA;
  }

  public static Optional<WarningCode> ofKey(String key) {
    return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
  }
}
