package wenmai.corpus.matter;

/**
 * What tells one matter from another of its kind (事项标识): the serial number of a suggestion, a
 * fiscal year, the title of a law, a person, a term.
 *
 * @param qualifier what narrows it (the session of a serial number); may be empty, which fits any
 */
record Key(Template.Identity kind, String value, String qualifier) {
  /** So many characters of the end of a law's title may stand for it. */
  private static final int LEAST_NAME = 8;

  /** What the name of a place ends with. */
  private static final String PLACES = "省市县区州旗乡镇";

  static Key of(Template.Identity kind, String value) {
    return new Key(kind, value, "");
  }

  /** A law may be named without its place: 户外广告设置管理办法 for 某县户外广告设置管理办法. */
  private boolean isPart(String end, String whole) {
    return kind == Template.Identity.WORK
        && end.length() >= LEAST_NAME
        && end.length() < whole.length()
        && whole.endsWith(end)
        && PLACES.indexOf(whole.charAt(whole.length() - end.length() - 1)) >= 0;
  }

  /** Whether both may name the same matter. */
  boolean fits(Key other) {
    return kind == other.kind
        && (value.equals(other.value) || isPart(value, other.value) || isPart(other.value, value))
        && (qualifier.isEmpty() || other.qualifier.isEmpty() || qualifier.equals(other.qualifier));
  }
}
