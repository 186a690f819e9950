package wenmai.corpus.search;

import java.util.List;
import java.util.Optional;

/**
 * A query as it is written (检索式), before anything is known of words, kinds or dates. Positions are
 * code points of what was typed.
 */
sealed interface TypedQuery {

  int position();

  /** A blank-free run. */
  record Run(String text, int position) implements TypedQuery {}

  /** {@code "…"}, with the escapes undone. */
  record Quoted(String text, int position) implements TypedQuery {}

  /** {@code 标题:…}. */
  record InField(QueryField field, TypedQuery value, int position) implements TypedQuery {}

  /** {@code near/10(甲 乙)}. */
  record Near(int distance, List<TypedQuery> words, int position) implements TypedQuery {
    public Near {
      words = List.copyOf(words);
    }
  }

  record And(List<TypedQuery> parts, int position) implements TypedQuery {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<TypedQuery> parts, int position) implements TypedQuery {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(TypedQuery part, int position) implements TypedQuery {}

  /** The fields that can be named in a query, with the names they go by. */
  enum QueryField {
    TITLE("标题", "title"),
    NUMBER("文号", "number"),
    ORGAN("机关", "organ"),
    KIND("类型", "kind"),
    DATE("日期", "date"),
    CITES("引用", "cites"),
    RAW("原样", "raw");

    private final String chinese;
    private final String english;

    QueryField(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    /** Whether its value is taken as it stands up to the next blank, brackets and all. */
    boolean isVerbatim() {
      return this == NUMBER || this == DATE || this == CITES;
    }

    /** The field of this name, which is in narrow lower case and simplified characters. */
    static Optional<QueryField> named(String name) {
      for (QueryField field : values()) {
        if (field.chinese.equals(name) || field.english.equals(name)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }
}
