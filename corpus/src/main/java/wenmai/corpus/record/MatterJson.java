package wenmai.corpus.record;

import java.io.OutputStream;
import java.util.Optional;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.DemandState;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;

/** A matter (事项) as the public face shows it, one JSON object on one line, and the way back. */
public final class MatterJson {
  private MatterJson() {}

  /** Writes the object without a line break after it; the stream stays open. */
  public static void write(Matter matter, OutputStream out) {
    JsonOut.write(out, json -> body(json, matter));
  }

  public static String string(Matter matter) {
    return JsonOut.string(json -> body(json, matter));
  }

  /**
   * @throws RecordProblem if this is no matter
   */
  public static Matter read(byte[] utf8) {
    JsonIn in = JsonIn.parse(utf8);
    if (!in.text("record").equals("matter")) {
      throw new RecordProblem("not a matter: " + in.text("record"));
    }
    return new Matter(
        in.text("id"),
        in.parsed("type", MatterType::ofKey),
        in.text("subject"),
        in.optional("organ").map(Organ::new),
        in.optional("regionPath").map(Region::parse),
        in.parsed("status", MatterStatus::ofKey),
        in.date("opened"),
        in.date("due"),
        in.date("closed"),
        in.optional("outcome"),
        in.objects("outcomes", OutcomeJson::read),
        in.objects("stages", MatterJson::stage),
        in.objects("missing", MatterJson::missing),
        in.objects("demands", MatterJson::demand),
        in.objects(
            "related", item -> new Matter.RelatedMatter(item.text("matter"), item.text("why"))),
        in.texts("reasons"),
        in.flag("reviewed"));
  }

  private static void body(JsonOut out, Matter matter) {
    out.text("record", "matter").text("id", matter.id()).text("type", matter.type().key());
    out.text("subject", matter.subject()).text("organ", matter.organ());
    out.text("region", matter.region().map(Region::name));
    out.text("regionPath", matter.region());
    out.text("status", matter.status().key());
    out.text("opened", matter.opened()).text("due", matter.due()).text("closed", matter.closed());
    out.text("outcome", matter.outcome());
    out.objects("outcomes", matter.outcomes(), outcome -> OutcomeJson.write(out, outcome));
    out.objects("stages", matter.stages(), stage -> write(out, stage));
    out.objects(
        "missing",
        matter.missing(),
        gap -> out.text("stage", gap.stage()).text("due", gap.due()).text("rule", gap.rule()));
    out.objects("demands", matter.demands(), demand -> write(out, demand));
    out.objects(
        "related",
        matter.related(),
        related -> out.text("matter", related.matter()).text("why", related.why()));
    out.texts("reasons", matter.reasons()).flag("reviewed", matter.reviewed());
  }

  static void write(JsonOut out, Matter.StageEntry stage) {
    out.text("stage", stage.stage()).text("document", stage.document().value());
    out.text("date", stage.date()).flag("key", stage.key());
    out.number("rank", stage.rank()).share("score", stage.score());
    out.object("evidence", evidence -> NeighboursJson.write(evidence, stage.evidence()));
  }

  private static void write(JsonOut out, Matter.Demand demand) {
    out.text("id", demand.id());
    NeighboursJson.write(out, demand.quote());
    out.text("state", demand.state().key());
    Optional<DocumentQuote> answer = demand.answer();
    if (answer.isPresent()) {
      out.object("answer", object -> NeighboursJson.write(object, answer.get()));
    } else {
      out.absent("answer");
    }
  }

  static Matter.StageEntry stage(JsonIn in) {
    return new Matter.StageEntry(
        in.text("stage"),
        in.parsed("document", ContentJson::id),
        in.date("date"),
        in.flag("key"),
        in.integer("rank"),
        in.share("score"),
        quote(in.object("evidence")));
  }

  private static Matter.MissingStage missing(JsonIn in) {
    return new Matter.MissingStage(
        in.text("stage"), in.date("due"), in.text("rule"), Optional.empty());
  }

  private static Matter.Demand demand(JsonIn in) {
    return new Matter.Demand(
        in.text("id"),
        quote(in),
        in.parsed("state", DemandState::ofKey),
        in.objectIfThere("answer").map(MatterJson::quote));
  }

  static DocumentQuote quote(JsonIn in) {
    String words = in.text("quote");
    CodePointSpan span = in.span();
    if (words.codePointCount(0, words.length()) != span.end() - span.start()) {
      throw new RecordProblem("a quotation of another length than its span: " + words);
    }
    return new DocumentQuote(in.parsed("document", ContentJson::id), new Quote(span, words));
  }
}
