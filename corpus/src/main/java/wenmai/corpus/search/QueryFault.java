package wenmai.corpus.search;

import wenmai.corpus.QueryProblem;

/** What can be wrong with a query (检索式错误); the key is the {@link QueryProblem#code()}. */
public enum QueryFault {
  TOO_LONG("too-long", "the query is longer than can be read"),
  TOO_MANY_PARTS("too-many-parts", "the query has more parts than can be searched at once"),
  TOO_DEEP("too-deep", "brackets are nested too deeply"),
  UNBALANCED_QUOTE("unbalanced-quote", "a quotation mark is opened but not closed"),
  UNBALANCED_BRACKET("unbalanced-bracket", "a bracket has no partner"),
  EMPTY_GROUP("empty-group", "there is nothing between the brackets"),
  EMPTY_PHRASE("empty-phrase", "there is nothing between the quotation marks"),
  DANGLING_OPERATOR("dangling-operator", "an operator lacks the words it joins"),
  FIELD_WITHOUT_VALUE("field-without-value", "a field is named but not what it should hold"),
  BAD_DATE("bad-date", "a date is a year, a month or a day, or two of them with .. between"),
  DATES_REVERSED("dates-reversed", "the first date is after the last"),
  BAD_DISTANCE("bad-distance", "a distance is a number from 1 to 100"),
  NEAR_NEEDS_WORDS("near-needs-words", "near/N(…) takes two to eight words in brackets"),
  NO_WORDS("no-words", "there is no word in the query that could be searched"),
  TOO_SLOW("too-slow", "the query could not be answered within the time that one may take"),
  NO_MODEL("no-model", "searching by meaning needs a model that is not installed");

  private final String code;
  private final String message;

  QueryFault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  /**
   * @param position in code points of the query
   */
  public QueryProblem at(int position) {
    return new QueryProblem(code, position, message);
  }
}
