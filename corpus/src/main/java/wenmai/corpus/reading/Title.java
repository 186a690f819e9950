package wenmai.corpus.reading;

import wenmai.corpus.document.Fact;
import wenmai.corpus.text.Span;

/**
 * The title (标题) as it was found.
 *
 * @param printed on one line, script and width as they came
 * @param compact folded, without any blanks
 * @param span where it stands in the text
 * @param lastLine index of its last line
 */
record Title(String printed, String compact, Span span, int lastLine) {

  Fact<String> fact(Sheet sheet) {
    return Fact.read(printed, sheet.evidence(span), 0.95);
  }
}
