package wenmai.corpus.document;

import java.util.Optional;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** What shows a fact. Always something that can be put before a reader's eyes. */
public sealed interface Evidence {

  /** The words that show it. */
  String words();

  /** Where those words stand in the document's text, if they do. */
  default Optional<CodePointSpan> span() {
    return Optional.empty();
  }

  /** Words of the document's own (repaired) text. */
  record InText(Quote quote) implements Evidence {
    @Override
    public String words() {
      return quote.words();
    }

    @Override
    public Optional<CodePointSpan> span() {
      return Optional.of(quote.span());
    }
  }

  /**
   * Words of the untouched extraction that the repair took out, such as 发布时间：2022-12-09 of a
   * portal.
   */
  record InRaw(Quote quote) implements Evidence {
    @Override
    public String words() {
      return quote.words();
    }
  }

  /**
   * A property of the file.
   *
   * @param property its name there, such as {@code dc:title}
   */
  record InMetadata(String property, String words) implements Evidence {}

  /** The file's name. */
  record InFileName(String words) implements Evidence {}

  /**
   * The papers that lie beside it in the same folder.
   *
   * @param words the place that they are of, and nothing of their own words
   */
  record InCompany(String words) implements Evidence {}

  /** Words of another document, which names this one. */
  record InOther(DocumentQuote quote) implements Evidence {
    @Override
    public String words() {
      return quote.quote().words();
    }
  }

  /** Given with the document by whoever brought it in; it wins over what is read. */
  record Given(String words) implements Evidence {}

  /** Set by a person on the site; it wins over everything. */
  record Corrected(String words, String by) implements Evidence {}
}
