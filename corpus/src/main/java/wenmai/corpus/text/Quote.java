package wenmai.corpus.text;

/**
 * Words of a stored text with their place: what proves a fact or a link. {@code words} is exactly
 * the text at {@code span}.
 *
 * @param span where, in code points of the document's repaired text
 */
public record Quote(CodePointSpan span, String words) {
  public Quote {
    if (words.codePointCount(0, words.length()) != span.end() - span.start()) {
      throw new IllegalArgumentException("a quotation of another length than its span: " + words);
    }
  }

  public static Quote of(String text, Span span, CodePointIndex index) {
    return new Quote(index.toCodePoints(span), span.in(text));
  }
}
