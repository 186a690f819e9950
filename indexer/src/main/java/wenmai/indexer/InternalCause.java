package wenmai.indexer;

/** Why a paper that bears no mark itself is kept from the public (随附转为内部的原因). */
enum InternalCause {
  /** What it belongs to bears one, or belongs to what bears one. */
  OF_ITS_PARENT("of-its-parent"),
  /** It came in the file of a paper that is kept for its own words (a mail with personal data). */
  WITH_ITS_FILE("with-its-file"),
  /** It calls itself an attachment, of whose paper is not certain, and a marked one lies beside. */
  BESIDE_MARKED("beside-marked"),
  /** The same, and it was kept before by an archive that wrote down no decision. */
  AS_BEFORE("as-before"),
  /** It is the cover and contents of an issue, and they name a paper in it that bears a mark. */
  NAMES_MARKED("names-marked"),
  /** It was internal, and a run that asks for nothing opens nothing. */
  STILL("still"),
  /** Who took it in asked for it (--visibility internal), and it was public before. */
  AS_ASKED("as-asked");

  private final String key;

  InternalCause(String key) {
    this.key = key;
  }

  /** Its name in {@code config/extract/internal.txt}. */
  String key() {
    return key;
  }
}
