package wenmai.corpus.store;

/** Whether a document is here (在库) or has been taken out. */
public enum Standing {
  HELD(1),
  WITHDRAWN(0);

  private final int code;

  Standing(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Standing ofCode(int code) {
    return code == HELD.code ? HELD : WITHDRAWN;
  }
}
