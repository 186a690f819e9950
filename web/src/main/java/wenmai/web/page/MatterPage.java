package wenmai.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.DocumentQuote;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.web.render.Messages;

/** The page of one matter: its steps, its gaps, what was demanded and what came of it. */
public record MatterPage(
    MattersPage.Row matter,
    boolean reviewed,
    List<StageRow> stages,
    List<MissingRow> missing,
    List<DemandRow> demands,
    List<RelatedRow> related,
    List<String> reasons) {

  /** A step that was taken. */
  public record StageRow(
      String stage, String date, String title, String url, boolean key, String quote) {}

  /** A step that should have come. */
  public record MissingRow(String stage, String due, String rule) {}

  /** A demand beside its answer. */
  public record DemandRow(
      String id,
      String state,
      String stateLabel,
      String quote,
      String url,
      String answer,
      String answerTitle,
      String answerUrl) {}

  /** A matter that is like this one. */
  public record RelatedRow(String subject, String url, String why) {}

  public static MatterPage of(Matter matter, ReadingRoom room, Messages messages) {
    Map<DocumentId, DocumentSummary> papers = new LinkedHashMap<>();
    List<DocumentId> ids = new ArrayList<>();
    matter.stages().forEach(stage -> ids.add(stage.document()));
    matter
        .demands()
        .forEach(demand -> demand.answer().map(DocumentQuote::document).ifPresent(ids::add));
    room.summaries(ids.stream().distinct().toList())
        .forEach(summary -> papers.put(summary.id(), summary));
    return new MatterPage(
        MattersPage.row(matter, messages),
        matter.reviewed(),
        matter.stages().stream()
            .map(stage ->
                new StageRow(
                    stage.stage(),
                    stage.date().map(Object::toString).orElse(""),
                    title(papers, stage.document(), messages),
                    Addresses.document(stage.document()),
                    stage.key(),
                    stage.evidence().quote().words()))
            .toList(),
        matter.missing().stream()
            .map(missing ->
                new MissingRow(
                    missing.stage(),
                    missing.due().map(Object::toString).orElse(""),
                    missing.rule()))
            .toList(),
        matter.demands().stream().map(demand -> demand(demand, papers, messages)).toList(),
        matter.related().stream()
            .flatMap(related ->
                room.matter(related.matter()).stream()
                    .map(other ->
                        new RelatedRow(
                            other.subject(), Addresses.matter(other.id()), related.why())))
            .toList(),
        matter.reasons());
  }

  private static DemandRow demand(
      Matter.Demand demand, Map<DocumentId, DocumentSummary> papers, Messages messages) {
    Optional<DocumentQuote> answer = demand.answer();
    return new DemandRow(
        demand.id(),
        demand.state().key(),
        messages.label("demand", demand.state().key()),
        demand.quote().quote().words(),
        Addresses.document(demand.quote().document()),
        answer.map(a -> a.quote().words()).orElse(""),
        answer.map(a -> title(papers, a.document(), messages)).orElse(""),
        answer.map(a -> Addresses.document(a.document())).orElse(""));
  }

  private static String title(
      Map<DocumentId, DocumentSummary> papers, DocumentId id, Messages messages) {
    return Optional.ofNullable(papers.get(id))
        .flatMap(DocumentSummary::title)
        .orElse(messages.get("search.untitled"));
  }
}
