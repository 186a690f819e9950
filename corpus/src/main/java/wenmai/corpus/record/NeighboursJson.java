package wenmai.corpus.record;

import wenmai.corpus.DocumentView;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.trace.Trace;

/** What stands around a document: {@code citedBy}, {@code versions}, {@code matters}. */
final class NeighboursJson {
  private NeighboursJson() {}

  static void write(JsonOut out, DocumentView view) {
    out.objects("citedBy", view.citedBy(), edge -> write(out, edge));
    out.objects(
        "versions",
        view.versions(),
        version -> {
          out.text("date", version.date()).text("event", version.event()).text("by", version.by());
          out.text("document", version.document());
          if (version.evidence().isPresent()) {
            out.object("evidence", object -> write(object, version.evidence().get()));
          } else {
            out.absent("evidence");
          }
        });
    out.texts("matters", view.matters());
  }

  static void write(JsonOut out, Trace.Edge edge) {
    out.text("from", edge.from().value()).text("to", edge.to().value());
    out.text("type", edge.type().key());
    out.object("evidence", evidence -> write(evidence, edge.evidence()));
  }

  /** {@code {"document","start","end","quote"}}. */
  static void write(JsonOut out, DocumentQuote quote) {
    out.text("document", quote.document().value()).span(quote.quote().span());
    out.text("quote", quote.quote().words());
  }
}
