package wenmai.corpus.record;

import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** Gives the words back to a place of one text. */
final class QuoteReader {
  private final String text;
  private final CodePointIndex index;
  private final int length;

  QuoteReader(String text) {
    this.text = text;
    this.index = CodePointIndex.of(text);
    this.length = text.codePointCount(0, text.length());
  }

  /** The place {@code start..end} of an object, which must lie within the text. */
  CodePointSpan place(JsonIn in) {
    CodePointSpan span = in.span();
    if (span.end() > length) {
      throw new RecordProblem(
          "a place beyond the text's "
              + length
              + " characters: "
              + span.start()
              + " to "
              + span.end());
    }
    return span;
  }

  Quote quote(JsonIn in) {
    CodePointSpan span = place(in);
    return new Quote(span, index.toUtf16(span).in(text));
  }
}
