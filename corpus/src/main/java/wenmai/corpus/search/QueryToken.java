package wenmai.corpus.search;

/** A piece of a typed query. Positions are code points. */
sealed interface QueryToken {
  int position();

  record Open(int position) implements QueryToken {}

  record Close(int position) implements QueryToken {}

  /**
   * @param text as typed, for where it turns out to be a word after all
   */
  record Operator(Sign sign, String text, int position) implements QueryToken {
    /** 与 或 非 are words of the language as well and are taken as such where they join nothing. */
    boolean mayBeWord() {
      return text.codePointAt(0) > 0x2E7F && text.length() == 1;
    }
  }

  record Run(String text, int position) implements QueryToken {}

  record Quoted(String text, int position) implements QueryToken {}

  record FieldMark(TypedQuery.QueryField field, int position) implements QueryToken {}

  record NearMark(int distance, int position) implements QueryToken {}

  /** What joins words. */
  enum Sign {
    AND,
    OR,
    NOT
  }
}
