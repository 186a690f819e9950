package wenmai.corpus.record;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Votes;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.Repair;

/** What stands in a document, {@code text} to {@code votes}. */
final class ContentJson {
  private ContentJson() {}

  static void write(JsonOut out, Content content, List<Resolution> resolutions) {
    out.text("text", content.text());
    out.objects(
        "pages", content.pages(), page -> out.number("page", page.number()).span(page.span()));
    out.objects(
        "outline",
        content.outline().divisions(),
        division ->
            out.text("label", division.label())
                .text("level", division.level().key())
                .text("article", division.article())
                .span(division.span()));
    out.objects("citations", resolutions, resolution -> write(out, resolution));
    out.objects(
        "repairs",
        content.repairs(),
        repair ->
            out.span(repair.span()).text("was", repair.was()).text("why", repair.why().key()));
    out.objects(
        "warnings",
        content.warnings(),
        warning ->
            out.text("code", warning.code().key())
                .span(warning.span())
                .text("message", warning.detail()));
    if (content.votes().isPresent()) {
      out.objects("votes", content.votes().get().results(), result -> write(out, result));
    } else {
      out.absent("votes");
    }
  }

  private static void write(JsonOut out, Resolution resolution) {
    Citation citation = resolution.citation();
    out.span(citation.place().span()).text("surface", citation.place().words());
    out.text("type", citation.type().key()).text("title", citation.title());
    out.text("number", citation.number()).text("article", citation.provision());
    switch (resolution) {
      // 前款 leads nowhere else: its article says where it stands in its own text.
      case Resolution.Resolved resolved when citation.isInner() ->
          out.absent("target").texts("candidates", List.of());
      case Resolution.Resolved resolved ->
          out.text("target", resolved.target().value()).texts("candidates", List.of());
      case Resolution.Ambiguous ambiguous ->
          out.absent("target").texts("candidates", ambiguous.candidates());
      case Resolution.Wanted wanted -> out.absent("target").texts("candidates", List.of());
    }
    out.text("relation", citation.relation().key());
    out.object("sentence", sentence -> sentence.span(citation.sentence().span()));
  }

  private static void write(JsonOut out, Votes.Result result) {
    out.text("subject", result.subject());
    out.objects(
        "counts",
        result.counts(),
        count -> out.text("choice", count.choice()).number("votes", count.votes()));
    out.text("outcome", result.outcome()).span(result.evidence().span());
  }

  static Content read(JsonIn in, String text, QuoteReader quotes) {
    return new Content(
        text,
        pages(in, quotes),
        outline(in, quotes),
        in.objects("citations", item -> citation(item, quotes)),
        in.objects("repairs", item -> repair(item, quotes)),
        in.objects("warnings", item -> warning(item, quotes)),
        in.has("votes")
            ? Optional.of(new Votes(in.objects("votes", item -> result(item, quotes))))
            : Optional.empty(),
        in.optional("language").orElse("zh-Hans"));
  }

  static List<Page> pages(JsonIn in, QuoteReader quotes) {
    return in.objects("pages", page -> new Page(page.integer("page"), quotes.place(page)));
  }

  static Outline outline(JsonIn in, QuoteReader quotes) {
    return new Outline(in.objects("outline", item -> division(item, quotes)));
  }

  private static Division division(JsonIn in, QuoteReader quotes) {
    return new Division(
        in.text("label"),
        in.parsed("level", Level::ofKey),
        in.optional("article"),
        quotes.place(in));
  }

  private static Citation citation(JsonIn in, QuoteReader quotes) {
    return new Citation(
        quotes.quote(in),
        in.parsed("type", CitationType::ofKey),
        in.optional("title"),
        in.parsedIfThere("number", DocumentNumber::parse),
        in.parsedIfThere("article", Provision::parse),
        in.parsed("relation", Relation::ofKey),
        quotes.quote(in.objectIfThere("sentence").orElse(in)));
  }

  private static Repair repair(JsonIn in, QuoteReader quotes) {
    return new Repair(quotes.place(in), in.text("was"), in.parsed("why", Repair.Reason::ofKey));
  }

  private static Warning warning(JsonIn in, QuoteReader quotes) {
    return new Warning(in.parsed("code", WarningCode::ofKey), quotes.place(in), in.text("message"));
  }

  private static Votes.Result result(JsonIn in, QuoteReader quotes) {
    return new Votes.Result(
        in.text("subject"),
        in.objects(
            "counts", count -> new Votes.Count(count.text("choice"), count.integer("votes"))),
        in.text("outcome"),
        quotes.quote(in));
  }

  static Optional<DocumentId> id(String printed) {
    return DocumentId.isValid(printed) ? Optional.of(new DocumentId(printed)) : Optional.empty();
  }
}
