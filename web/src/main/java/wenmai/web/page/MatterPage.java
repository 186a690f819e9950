package wenmai.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.DemandState;
import wenmai.corpus.matter.Matter;
import wenmai.web.render.Messages;

/**
 * The page of one matter (事项): its steps, its gaps, what was demanded and what came of it.
 *
 * @param problem what staff wanted and cannot be done, or empty
 * @param results of votes and assessments, in procedural order
 * @param states how many demands are in each state; those without any are left out
 */
public record MatterPage(
    String id,
    MattersPage.Row matter,
    String problem,
    boolean reviewed,
    List<Track.Step> steps,
    List<ResultCard> results,
    List<DemandRow> demands,
    List<StateCount> states,
    List<RelatedRow> related,
    List<String> reasons) {

  /** A demand beside its answer; the answer's fields are blank where there is none. */
  public record DemandRow(
      String id,
      String state,
      String stateLabel,
      String quote,
      String title,
      String url,
      String answer,
      String answerTitle,
      String answerUrl) {}

  /** How many demands are in a state. */
  public record StateCount(String state, String label, long count) {}

  /** A matter that is like this one. */
  public record RelatedRow(String id, String subject, String url, String why) {}

  static MatterPage of(Matter matter, String problem, ReadingRoom room, Messages messages) {
    Titles titles = Titles.of(mentioned(matter), room, messages);
    Map<DocumentId, String> stageTitles = new HashMap<>();
    matter
        .stages()
        .forEach(stage -> stageTitles.put(stage.document(), titles.title(stage.document())));
    return new MatterPage(
        matter.id(),
        MattersPage.row(matter, messages),
        problem,
        matter.reviewed(),
        Track.of(matter, stageTitles, Optional.empty(), messages),
        ResultCard.of(matter.outcomes(), titles, messages),
        matter.demands().stream().map(demand -> demand(demand, titles, messages)).toList(),
        states(matter, messages),
        matter.related().stream()
            .flatMap(related ->
                room.matter(related.matter()).stream()
                    .map(other ->
                        new RelatedRow(
                            other.id(),
                            other.subject(),
                            Addresses.matter(other.id()),
                            related.why())))
            .toList(),
        matter.reasons());
  }

  private static List<DocumentId> mentioned(Matter matter) {
    List<DocumentId> ids = new ArrayList<>();
    matter.stages().forEach(stage -> ids.add(stage.document()));
    matter.outcomes().forEach(outcome -> ids.add(outcome.evidence().document()));
    for (Matter.Demand demand : matter.demands()) {
      ids.add(demand.quote().document());
      demand.answer().map(DocumentQuote::document).ifPresent(ids::add);
    }
    return ids;
  }

  private static DemandRow demand(Matter.Demand demand, Titles titles, Messages messages) {
    Optional<DocumentQuote> answer = demand.answer();
    return new DemandRow(
        demand.id(),
        demand.state().key(),
        messages.label("demand", demand.state().key()),
        demand.quote().quote().words(),
        titles.title(demand.quote().document()),
        Addresses.place(demand.quote()),
        answer.map(a -> a.quote().words()).orElse(""),
        answer.map(a -> titles.title(a.document())).orElse(""),
        answer.map(Addresses::place).orElse(""));
  }

  private static List<StateCount> states(Matter matter, Messages messages) {
    return Arrays.stream(DemandState.values())
        .map(state ->
            new StateCount(
                state.key(),
                messages.label("demand", state.key()),
                matter.demands().stream().filter(d -> d.state() == state).count()))
        .filter(count -> count.count() > 0)
        .toList();
  }
}
