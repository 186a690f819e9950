package wenmai.corpus.version;

/** What happened to a text on the day that a note (题注) tells of. */
public enum AmendmentEvent {
  ADOPTED("通过"),
  /** By the body above: a province's standing committee, the State Council. */
  APPROVED("批准"),
  PUBLISHED("公布"),
  EFFECTIVE("施行"),
  /** Single places changed by a decision. */
  CORRECTED("修正"),
  /** The whole text made anew. */
  REVISED("修订"),
  REPEALED("废止");

  private final String label;

  AmendmentEvent(String label) {
    this.label = label;
  }

  /** The word of the note. */
  public String label() {
    return label;
  }

  /** Whether a new version came of it. */
  public boolean amends() {
    return this == CORRECTED || this == REVISED;
  }
}
