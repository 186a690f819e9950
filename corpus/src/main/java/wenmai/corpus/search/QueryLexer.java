package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wenmai.corpus.search.QueryToken.Sign;
import wenmai.corpus.search.TypedQuery.QueryField;

/**
 * Cuts a typed query into tokens (检索式切分). Every sign is known in both widths. A bracket that opens
 * right after a word and closes before the next blank belongs to that word, as in 条例（草案）.
 */
final class QueryLexer {
  /** Names of fields are looked for in so many code points. */
  private static final int LONGEST_FIELD_NAME = 8;

  private static final int DEFAULT_DISTANCE = 10;

  private final int[] query;
  private final List<QueryToken> tokens = new ArrayList<>();
  private final int[] partner;
  private int at;

  private QueryLexer(String query) {
    this.query = query.codePoints().toArray();
    this.partner = partners(this.query);
  }

  static List<QueryToken> tokens(String query) {
    QueryLexer lexer = new QueryLexer(query);
    lexer.run();
    return List.copyOf(lexer.tokens);
  }

  private void run() {
    while (at < query.length) {
      int c = query[at];
      if (isBlank(c)) {
        at++;
      } else if (isOpen(c)) {
        tokens.add(new QueryToken.Open(at++));
      } else if (isClose(c)) {
        tokens.add(new QueryToken.Close(at++));
      } else if (isQuote(c)) {
        tokens.add(quoted());
      } else if (!near() && !operator() && !field()) {
        tokens.add(run(at));
      }
    }
  }

  /** {@code near/10} with a bracket behind it. */
  private boolean near() {
    if (!matches(at, "near")) {
      return false;
    }
    int i = at + 4;
    int distance = DEFAULT_DISTANCE;
    if (i < query.length && fold(query[i]) == '/') {
      int digits = ++i;
      distance = 0;
      while (i < query.length && isDigit(query[i]) && i - digits < 4) {
        distance = distance * 10 + fold(query[i++]) - '0';
      }
    }
    if (i >= query.length || !isOpen(query[i])) {
      return false;
    }
    tokens.add(new QueryToken.NearMark(distance, at));
    at = i;
    return true;
  }

  /** An operator stands between blanks or brackets; a quotation mark ends a word as well. */
  private boolean operator() {
    boolean free =
        at == 0 || isBlank(query[at - 1]) || isOpen(query[at - 1]) || isClose(query[at - 1]);
    int end = at;
    while (end < query.length && end - at < 4 && !endsOperator(query[end])) {
      end++;
    }
    boolean goesOn = end < query.length && !endsOperator(query[end]);
    if (!free || goesOn) {
      return false;
    }
    String text = text(at, end);
    Optional<Sign> sign = sign(text);
    sign.ifPresent(known -> {
      tokens.add(new QueryToken.Operator(known, text, at));
    });
    if (sign.isPresent()) {
      at = end;
    }
    return sign.isPresent();
  }

  private static boolean endsOperator(int c) {
    return isBlank(c) || isOpen(c) || isClose(c);
  }

  private static Optional<Sign> sign(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(fold(c)));
    return switch (folded.toString()) {
      case "AND", "与", "與" -> Optional.of(Sign.AND);
      case "OR", "或" -> Optional.of(Sign.OR);
      case "NOT", "非" -> Optional.of(Sign.NOT);
      default -> Optional.empty();
    };
  }

  private boolean field() {
    int colon = at;
    while (colon < query.length && colon - at <= LONGEST_FIELD_NAME && fold(query[colon]) != ':') {
      colon++;
    }
    if (colon >= query.length || fold(query[colon]) != ':') {
      return false;
    }
    StringBuilder name = new StringBuilder();
    for (int i = at; i < colon; i++) {
      name.appendCodePoint(fold(query[i]));
    }
    Optional<QueryField> field = QueryField.named(simplified(name));
    if (field.isEmpty()) {
      return false;
    }
    tokens.add(new QueryToken.FieldMark(field.get(), at));
    at = colon + 1;
    if (field.get().isVerbatim()) {
      verbatim();
    }
    return true;
  }

  /** Field names are few, so that their traditional forms can stand here. */
  private static String simplified(StringBuilder name) {
    return name.toString()
        .toLowerCase(Locale.ROOT)
        .replace('標', '标')
        .replace('題', '题')
        .replace('號', '号')
        .replace('機', '机')
        .replace('關', '关')
        .replace('類', '类')
        .replace('種', '种')
        .replace('發', '发')
        .replace('文', '文');
  }

  /** A value up to the next blank; within 《》 blanks belong to it. */
  private void verbatim() {
    while (at < query.length && isBlank(query[at])) {
      at++;
    }
    if (at >= query.length) {
      return;
    }
    if (isQuote(query[at])) {
      tokens.add(quoted());
      return;
    }
    int start = at;
    int brackets = 0;
    int titles = 0;
    while (at < query.length && (titles > 0 || !isBlank(query[at]))) {
      int c = query[at];
      titles = c == '《' ? titles + 1 : c == '》' ? Math.max(0, titles - 1) : titles;
      brackets = isOpen(c) ? brackets + 1 : isClose(c) ? brackets - 1 : brackets;
      if (brackets < 0) {
        break;
      }
      at++;
    }
    if (at > start) {
      tokens.add(new QueryToken.Run(text(start, at), start));
    }
  }

  private QueryToken run(int start) {
    while (at < query.length && !isBlank(query[at]) && !isQuote(query[at])) {
      if (isOpen(query[at])) {
        if (partner[at] < 0) {
          break;
        }
        at = partner[at];
      } else if (isClose(query[at])) {
        break;
      }
      at++;
    }
    return new QueryToken.Run(text(start, at), start);
  }

  /**
   * Between straight marks everything but {@code \"} and {@code \\} stands for itself; curled marks
   * may hold each other.
   */
  private QueryToken quoted() {
    int start = at;
    int opener = query[at++];
    StringBuilder run = new StringBuilder();
    int depth = 1;
    while (at < query.length) {
      int c = query[at++];
      if (c == '\\' && at < query.length && (query[at] == '\\' || isQuote(query[at]))) {
        run.appendCodePoint(query[at++]);
        continue;
      }
      depth += depthChange(opener, c);
      if (depth == 0) {
        return new QueryToken.Quoted(run.toString(), start);
      }
      run.appendCodePoint(c);
    }
    throw QueryFault.UNBALANCED_QUOTE.at(start);
  }

  private static int depthChange(int opener, int c) {
    return switch (opener) {
      case '"' -> c == '"' ? -1 : 0;
      case '＂' -> c == '＂' || c == '"' ? -1 : 0;
      case '“' -> c == '”' ? -1 : c == '“' ? 1 : 0;
      default -> c == '”' ? -1 : 0;
    };
  }

  private String text(int from, int to) {
    return new String(query, from, to - from);
  }

  private boolean matches(int from, String word) {
    if (from + word.length() > query.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(fold(query[from + i])) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * For each opening bracket the place of its partner, where no blank and no quotation mark stands
   * between them; else -1.
   */
  private static int[] partners(int[] query) {
    int[] partner = new int[query.length];
    Arrays.fill(partner, -1);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < query.length; i++) {
      if (isBlank(query[i]) || isQuote(query[i])) {
        open.clear();
      } else if (isOpen(query[i])) {
        open.add(i);
      } else if (isClose(query[i]) && !open.isEmpty()) {
        partner[open.removeLast()] = i;
      }
    }
    return partner;
  }

  static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x200B
        || c == 0xFEFF
        || Character.isISOControl(c);
  }

  private static boolean isOpen(int c) {
    return c == '(' || c == '（';
  }

  private static boolean isClose(int c) {
    return c == ')' || c == '）';
  }

  private static boolean isQuote(int c) {
    return c == '"' || c == '＂' || c == '“' || c == '”';
  }

  private static boolean isDigit(int c) {
    return fold(c) >= '0' && fold(c) <= '9';
  }

  /** Full-width FF01–FF5E as their narrow selves. */
  private static int fold(int c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  }
}
