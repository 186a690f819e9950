package wenmai.indexer;

/** Why a paper that bears no mark itself is kept from the public (随附转为内部的原因). */
enum InternalCause {
  /** What it belongs to bears one, or belongs to what bears one. */
  OF_ITS_PARENT("of-its-parent"),
  /** It calls itself an attachment, of whose paper is not certain, and a marked one lies beside. */
  BESIDE_MARKED("beside-marked"),
  /** The same, and it was kept before, whatever lies beside it now. */
  AS_BEFORE("as-before");

  private final String key;

  InternalCause(String key) {
    this.key = key;
  }

  /** Its name in {@code config/extract/internal.txt}. */
  String key() {
    return key;
  }
}
