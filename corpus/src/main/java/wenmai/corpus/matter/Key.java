package wenmai.corpus.matter;

/**
 * What tells one matter from another of its kind (事项标识): the serial number of a suggestion, a
 * fiscal year, the title of a law, a person, a term.
 *
 * @param qualifier what narrows it (the session of a serial number); may be empty, which fits any
 */
record Key(Template.Identity kind, String value, String qualifier) {

  static Key of(Template.Identity kind, String value) {
    return new Key(kind, value, "");
  }

  /** Whether both may name the same matter. */
  boolean fits(Key other) {
    return kind == other.kind
        && value.equals(other.value)
        && (qualifier.isEmpty() || other.qualifier.isEmpty() || qualifier.equals(other.qualifier));
  }
}
