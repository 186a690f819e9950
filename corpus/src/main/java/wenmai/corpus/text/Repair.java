package wenmai.corpus.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * One mend between the extraction as it came and the text as it is kept: the characters {@code was}
 * of the raw text stand as {@code span} of the repaired one (empty where they were taken out).
 *
 * @param span where in the repaired text, in code points
 * @param was the raw characters
 */
public record Repair(CodePointSpan span, String was, Reason why) {

  /** Why a text was mended; the key is the contract's word for it. */
  public enum Reason {
    /** A pinyin gloss glued into the text (監(jiān)督). */
    GLOSS("gloss"),
    /** A line broken inside a sentence. */
    LINE_BREAK("line-break"),
    /** Navigation, share buttons, disclaimers, page numbers: what is not the document's own. */
    BOILERPLATE("boilerplate"),
    /** A character that OCR certainly confused. */
    OCR("ocr"),
    /** Characters of an encoding read as another. */
    ENCODING("encoding"),
    OTHER("other");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    public static Optional<Reason> ofKey(String key) {
      return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
  }
}
