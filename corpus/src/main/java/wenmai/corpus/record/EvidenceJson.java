package wenmai.corpus.record;

import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** What shows a fact, as the keys {@code start end source words …} of one JSON object. */
final class EvidenceJson {
  private EvidenceJson() {}

  static void write(JsonOut out, Evidence evidence) {
    switch (evidence) {
      case Evidence.InText text -> out.span(text.quote().span()).text("source", "text");
      case Evidence.InRaw raw -> {
        nowhere(out, "raw").text("words", raw.words());
        out.number("rawStart", raw.quote().span().start());
        out.number("rawEnd", raw.quote().span().end());
      }
      case Evidence.InMetadata metadata ->
          nowhere(out, "metadata")
              .text("words", metadata.words())
              .text("property", metadata.property());
      case Evidence.InFileName name -> nowhere(out, "file-name").text("words", name.words());
      case Evidence.InCompany company -> nowhere(out, "company").text("words", company.words());
      case Evidence.InOther other -> {
        nowhere(out, "other").text("words", other.words());
        out.text("document", other.quote().document().value());
        out.number("otherStart", other.quote().quote().span().start());
        out.number("otherEnd", other.quote().quote().span().end());
      }
      case Evidence.Given given -> nowhere(out, "given").text("words", given.words());
      case Evidence.Corrected corrected ->
          nowhere(out, "corrected").text("words", corrected.words()).text("by", corrected.by());
    }
  }

  private static JsonOut nowhere(JsonOut out, String source) {
    return out.absent("start").absent("end").text("source", source);
  }

  static Evidence read(JsonIn in, QuoteReader quotes) {
    return switch (in.optional("source").orElse("text")) {
      case "text" -> new Evidence.InText(quotes.quote(in));
      case "raw" ->
          new Evidence.InRaw(
              quoteOf(in.text("words"), in.integer("rawStart"), in.integer("rawEnd")));
      case "metadata" -> new Evidence.InMetadata(in.text("property"), in.text("words"));
      case "file-name" -> new Evidence.InFileName(in.text("words"));
      case "company" -> new Evidence.InCompany(in.text("words"));
      case "other" ->
          new Evidence.InOther(
              new DocumentQuote(
                  new DocumentId(in.text("document")),
                  quoteOf(in.text("words"), in.integer("otherStart"), in.integer("otherEnd"))));
      case "given" -> new Evidence.Given(in.text("words"));
      case "corrected" -> new Evidence.Corrected(in.text("words"), in.text("by"));
      default -> throw new RecordProblem("unknown source of evidence: " + in.text("source"));
    };
  }

  private static Quote quoteOf(String words, int start, int end) {
    if (start < 0 || end - start != words.codePointCount(0, words.length())) {
      throw new RecordProblem("a quotation of another length than its span: " + words);
    }
    return new Quote(new CodePointSpan(start, end), words);
  }
}
