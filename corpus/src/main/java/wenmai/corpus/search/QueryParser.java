package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.search.QueryToken.Sign;

/**
 * Reads the query language of the contract by recursive descent: what is typed becomes a {@link
 * TypedQuery}, or a {@link QueryProblem} says what is wrong and where.
 */
final class QueryParser {
  /** Longest query in code points: several pages of text. */
  static final int LONGEST = 10_000;

  /** Words, phrases and fields in one query. */
  static final int MOST_PARTS = 256;

  static final int DEEPEST = 32;

  private static final int MOST_DISTANT = 100;
  private static final int MOST_NEAR = 8;

  private final List<QueryToken> tokens;
  private final int end;
  private int at;
  private int parts;

  private QueryParser(List<QueryToken> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /**
   * @param query not blank
   * @throws QueryProblem if it cannot be understood
   */
  static TypedQuery parse(String query) {
    int length = query.codePointCount(0, query.length());
    if (length > LONGEST) {
      throw QueryFault.TOO_LONG.at(LONGEST);
    }
    QueryParser parser = new QueryParser(QueryLexer.tokens(query), length);
    if (parser.tokens.isEmpty()) {
      throw QueryFault.NO_WORDS.at(0);
    }
    TypedQuery parsed = parser.or(0);
    if (parser.at < parser.tokens.size()) {
      throw QueryFault.UNBALANCED_BRACKET.at(parser.tokens.get(parser.at).position());
    }
    return parsed;
  }

  private TypedQuery or(int depth) {
    int position = position();
    List<TypedQuery> alternatives = new ArrayList<>();
    alternatives.add(and(depth));
    while (takeOperator(Sign.OR)) {
      alternatives.add(and(depth));
    }
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : new TypedQuery.Or(alternatives, position);
  }

  private TypedQuery and(int depth) {
    int position = position();
    List<TypedQuery> factors = new ArrayList<>();
    factors.add(not(depth));
    while (takeOperator(Sign.AND) || beginsOperand()) {
      factors.add(not(depth));
    }
    return factors.size() == 1 ? factors.getFirst() : new TypedQuery.And(factors, position);
  }

  private TypedQuery not(int depth) {
    int position = position();
    if (depth > DEEPEST) {
      throw QueryFault.TOO_DEEP.at(position);
    }
    return takeOperator(Sign.NOT) ? new TypedQuery.Not(not(depth + 1), position) : operand(depth);
  }

  private TypedQuery operand(int depth) {
    if (at >= tokens.size()) {
      throw QueryFault.DANGLING_OPERATOR.at(end);
    }
    if (++parts > MOST_PARTS) {
      throw QueryFault.TOO_MANY_PARTS.at(position());
    }
    QueryToken token = tokens.get(at++);
    return switch (token) {
      case QueryToken.Run run -> new TypedQuery.Run(run.text(), run.position());
      case QueryToken.Quoted quoted -> new TypedQuery.Quoted(quoted.text(), quoted.position());
      case QueryToken.Open open -> group(open, depth);
      case QueryToken.Close close -> throw unexpected(close);
      case QueryToken.FieldMark mark -> field(mark, depth);
      case QueryToken.NearMark mark -> near(mark);
      case QueryToken.Operator operator -> word(operator);
    };
  }

  private TypedQuery word(QueryToken.Operator operator) {
    if (operator.mayBeWord()) {
      return new TypedQuery.Run(operator.text(), operator.position());
    }
    throw QueryFault.DANGLING_OPERATOR.at(operator.position());
  }

  private QueryProblem unexpected(QueryToken.Close close) {
    boolean afterOpen = at >= 2 && tokens.get(at - 2) instanceof QueryToken.Open;
    boolean afterOperator = at >= 2 && tokens.get(at - 2) instanceof QueryToken.Operator;
    return afterOpen
        ? QueryFault.EMPTY_GROUP.at(close.position() - 1)
        : (afterOperator ? QueryFault.DANGLING_OPERATOR : QueryFault.UNBALANCED_BRACKET)
            .at(close.position());
  }

  private TypedQuery group(QueryToken.Open open, int depth) {
    if (at >= tokens.size()) {
      throw QueryFault.UNBALANCED_BRACKET.at(open.position());
    }
    TypedQuery inner = or(depth + 1);
    close(open.position());
    return inner;
  }

  private void close(int opened) {
    if (at >= tokens.size() || !(tokens.get(at) instanceof QueryToken.Close)) {
      throw QueryFault.UNBALANCED_BRACKET.at(opened);
    }
    at++;
  }

  private TypedQuery field(QueryToken.FieldMark mark, int depth) {
    if (!beginsOperand()) {
      throw QueryFault.FIELD_WITHOUT_VALUE.at(mark.position());
    }
    return new TypedQuery.InField(mark.field(), operand(depth + 1), mark.position());
  }

  private TypedQuery near(QueryToken.NearMark mark) {
    if (mark.distance() < 1 || mark.distance() > MOST_DISTANT) {
      throw QueryFault.BAD_DISTANCE.at(mark.position());
    }
    int opened = position();
    at++;
    List<TypedQuery> words = new ArrayList<>();
    while (at < tokens.size() && !(tokens.get(at) instanceof QueryToken.Close)) {
      words.add(nearWord(tokens.get(at++), mark.position()));
    }
    close(opened);
    if (words.size() < 2 || words.size() > MOST_NEAR) {
      throw QueryFault.NEAR_NEEDS_WORDS.at(mark.position());
    }
    return new TypedQuery.Near(mark.distance(), words, mark.position());
  }

  private static TypedQuery nearWord(QueryToken token, int position) {
    return switch (token) {
      case QueryToken.Run run -> new TypedQuery.Run(run.text(), run.position());
      case QueryToken.Quoted quoted -> new TypedQuery.Quoted(quoted.text(), quoted.position());
      case QueryToken.Operator operator when operator.mayBeWord() ->
          new TypedQuery.Run(operator.text(), operator.position());
      case QueryToken.Operator operator -> throw QueryFault.NEAR_NEEDS_WORDS.at(position);
      case QueryToken.Open open -> throw QueryFault.NEAR_NEEDS_WORDS.at(position);
      case QueryToken.Close close -> throw QueryFault.NEAR_NEEDS_WORDS.at(position);
      case QueryToken.FieldMark mark -> throw QueryFault.NEAR_NEEDS_WORDS.at(position);
      case QueryToken.NearMark mark -> throw QueryFault.NEAR_NEEDS_WORDS.at(position);
    };
  }

  /**
   * Takes an operator of this kind, if one stands here and joins something; 与, 或 and 非 that join
   * nothing are left to be words.
   */
  private boolean takeOperator(Sign sign) {
    if (at >= tokens.size()
        || !(tokens.get(at) instanceof QueryToken.Operator operator)
        || operator.sign() != sign) {
      return false;
    }
    boolean joins = at + 1 < tokens.size() && !(tokens.get(at + 1) instanceof QueryToken.Close);
    if (!joins && operator.mayBeWord()) {
      return false;
    }
    at++;
    return true;
  }

  /** Whether the next token begins another operand, which is then and-ed. */
  private boolean beginsOperand() {
    if (at >= tokens.size()) {
      return false;
    }
    return switch (tokens.get(at)) {
      case QueryToken.Close close -> false;
      case QueryToken.Operator operator -> operator.sign() == Sign.NOT || isLastWord(operator);
      case QueryToken.Open open -> true;
      case QueryToken.Run run -> true;
      case QueryToken.Quoted quoted -> true;
      case QueryToken.FieldMark mark -> true;
      case QueryToken.NearMark mark -> true;
    };
  }

  private boolean isLastWord(QueryToken.Operator operator) {
    boolean joins = at + 1 < tokens.size() && !(tokens.get(at + 1) instanceof QueryToken.Close);
    return operator.mayBeWord() && !joins;
  }

  private int position() {
    return at < tokens.size() ? tokens.get(at).position() : end;
  }
}
