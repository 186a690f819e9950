package wenmai.corpus.custody;

/**
 * Something in the archive is not as it should be (缺损).
 *
 * @param subject a document's id, an original's hash, a number of the audit, or the index
 * @param detail what exactly, in English, for the log
 */
public record Fault(Kind kind, String subject, String detail) {

  /** What is wrong. */
  public enum Kind {
    /** The database itself is damaged: only a backup helps. */
    DATABASE("database"),
    /** A document's record is not what was written. */
    RECORD("record"),
    /** The file of an original is not there. */
    ORIGINAL_MISSING("original-missing"),
    /** The file of an original has other bytes than its name says. */
    ORIGINAL_DAMAGED("original-damaged"),
    /** Something of a paper could not be worked out; each opening tries again. */
    SETBACK("setback"),
    /** An entry of the audit does not follow from those before it. */
    AUDIT("audit"),
    /** The index's files are damaged. */
    INDEX_DAMAGED("index-damaged"),
    /** The index holds other documents than the records. */
    INDEX_DIFFERS("index-differs"),
    /** The index was made with other dictionaries or by another version. */
    INDEX_OUTDATED("index-outdated");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }

    boolean isOfIndex() {
      return this == INDEX_DAMAGED || this == INDEX_DIFFERS || this == INDEX_OUTDATED;
    }
  }
}
