package wenmai.corpus.matter;

/**
 * What tells one matter from another of its kind (事项标识): the serial number of a suggestion, a
 * fiscal year, the title of a law, a person, a term.
 *
 * @param qualifier what narrows it: the session of a serial number; {@link #OUTSIDE} for a law
 *     whose name without the place is another's; may be empty, which fits any
 */
record Key(Template.Identity kind, String value, String qualifier) {
  /** 国务院《城市市容和环境卫生管理条例》: by its short name no law of the place is meant. */
  static final String OUTSIDE = "outside";

  /** So many characters of the end of a law's title may stand for it. */
  private static final int LEAST_NAME = 8;

  /** What the name of a place ends with. */
  private static final String PLACES = "省市县区州旗乡镇";

  static Key of(Template.Identity kind, String value) {
    return new Key(kind, value, "");
  }

  /** A law may be named without its place: 户外广告设置管理办法 for 某县户外广告设置管理办法. */
  private boolean isPartOf(Key whole) {
    int place = whole.value.length() - value.length() - 1;
    return kind == Template.Identity.WORK
        && qualifier.isEmpty()
        && whole.qualifier.isEmpty()
        && value.length() >= LEAST_NAME
        && place >= 0
        && whole.value.endsWith(value)
        && PLACES.indexOf(whole.value.charAt(place)) >= 0;
  }

  /** Whether both may name the same matter. */
  boolean fits(Key other) {
    return kind == other.kind
        && (value.equals(other.value) || isPartOf(other) || other.isPartOf(this))
        && (qualifier.isEmpty() || other.qualifier.isEmpty() || qualifier.equals(other.qualifier));
  }
}
