package wenmai.corpus.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.DemandState;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterDraft;
import wenmai.corpus.matter.MatterDraft.Closing;
import wenmai.corpus.matter.MatterDraft.DemandDraft;
import wenmai.corpus.matter.MatterDraft.Finding;
import wenmai.corpus.matter.MatterDraft.Fulfilment;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.MatterType;

/** A matter as it is kept (事项底稿), before a day decides how it stands; JSON, and the way back. */
public final class MatterDraftJson {
  private MatterDraftJson() {}

  public static byte[] bytes(MatterDraft draft) {
    return JsonOut.string(out -> write(out, draft)).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonOut out, MatterDraft draft) {
    out.text("id", draft.id()).texts("formerIds", draft.formerIds());
    out.text("type", draft.type().key()).text("subject", draft.subject());
    out.text("organ", draft.organ()).text("region", draft.region());
    out.text("opened", draft.opened());
    out.objects("stages", draft.stages(), stage -> MatterJson.write(out, stage));
    out.objects("obligations", draft.obligations(), obligation -> write(out, obligation));
    draft.closing().ifPresent(closing -> out.object("closing", it -> write(it, closing)));
    out.text("outcome", draft.outcome());
    out.objects("outcomes", draft.outcomes(), outcome -> OutcomeJson.write(out, outcome));
    out.objects("demands", draft.demands(), demand -> write(out, demand));
    out.objects(
        "related",
        draft.related(),
        related -> out.text("matter", related.matter()).text("why", related.why()));
    out.texts("reasons", draft.reasons()).flag("reviewed", draft.reviewed());
  }

  private static void write(JsonOut out, Obligation obligation) {
    out.text("nature", obligation.nature().key());
    out.text("stage", obligation.stage()).text("due", obligation.due());
    out.text("rule", obligation.rule());
    quote(out, "stated", obligation.stated());
    obligation.before().ifPresent(next -> out.text("before", next.value()));
    obligation
        .met()
        .ifPresent(met ->
            out.object(
                "met", it -> it.text("document", met.document().value()).text("date", met.date())));
  }

  private static void write(JsonOut out, Closing closing) {
    out.text("date", closing.date());
    quote(out, "evidence", Optional.of(closing.evidence()));
  }

  private static void write(JsonOut out, DemandDraft demand) {
    out.text("id", demand.id());
    quote(out, "quote", Optional.of(demand.quote()));
    out.text("due", demand.due());
    demand
        .finding()
        .ifPresent(finding ->
            out.object(
                "finding",
                it -> {
                  it.text("state", finding.state().key());
                  quote(it, "answer", finding.answer());
                }));
  }

  private static void quote(JsonOut out, String key, Optional<DocumentQuote> quote) {
    quote.ifPresent(words -> out.object(key, it -> NeighboursJson.write(it, words)));
  }

  /**
   * @throws RecordProblem if these bytes are none
   */
  public static MatterDraft read(byte[] utf8) {
    JsonIn in = JsonIn.parse(utf8);
    return new MatterDraft(
        in.text("id"),
        in.texts("formerIds"),
        in.parsed("type", MatterType::ofKey),
        in.text("subject"),
        in.optional("organ").map(Organ::new),
        in.optional("region").map(Region::parse),
        in.date("opened"),
        in.objects("stages", MatterJson::stage),
        in.objects("obligations", MatterDraftJson::obligation),
        in.objectIfThere("closing").map(MatterDraftJson::closing),
        in.optional("outcome"),
        in.objects("outcomes", OutcomeJson::read),
        in.objects("demands", MatterDraftJson::demand),
        related(in),
        in.texts("reasons"),
        in.flag("reviewed"));
  }

  private static List<Matter.RelatedMatter> related(JsonIn in) {
    return in.objects(
        "related", item -> new Matter.RelatedMatter(item.text("matter"), item.text("why")));
  }

  private static Obligation obligation(JsonIn in) {
    return new Obligation(
        in.parsed("nature", MatterDraft.Nature::ofKey),
        in.text("stage"),
        in.date("due"),
        in.text("rule"),
        in.objectIfThere("stated").map(MatterJson::quote),
        in.objectIfThere("met")
            .map(met -> new Fulfilment(met.parsed("document", ContentJson::id), met.date("date"))),
        in.optional("before").flatMap(ContentJson::id));
  }

  private static Closing closing(JsonIn in) {
    return new Closing(in.date("date"), MatterJson.quote(in.object("evidence")));
  }

  private static DemandDraft demand(JsonIn in) {
    return new DemandDraft(
        in.text("id"),
        MatterJson.quote(in.object("quote")),
        in.date("due"),
        in.objectIfThere("finding")
            .map(finding ->
                new Finding(
                    finding.parsed("state", DemandState::ofKey),
                    finding.objectIfThere("answer").map(MatterJson::quote))));
  }
}
