package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.matter.MatterDraft.Closing;
import wenmai.corpus.matter.MatterDraft.DemandDraft;
import wenmai.corpus.matter.MatterDraft.Obligation;

/**
 * How matters stand on a given day (台账): what is missing, what is overdue, what is closed. Computed
 * when asked and never kept, because it changes with the day and not with the papers.
 */
public final class Ledger {
  private Ledger() {}

  /** The matter as it stands at the end of that day. */
  public static Matter on(MatterDraft draft, LocalDate asOf) {
    Optional<Closing> closing =
        draft.closing().filter(end -> MatterStanding.reached(end.date(), asOf));
    List<Obligation> unmet =
        draft.obligations().stream()
            .filter(each -> !isMet(each, asOf))
            .filter(each -> closing.isEmpty() || each.nature() == MatterDraft.Nature.GAP)
            .toList();
    return new Matter(
        draft.id(),
        draft.type(),
        draft.subject(),
        draft.organ(),
        draft.region(),
        MatterStanding.of(draft).status(asOf),
        draft.opened(),
        due(draft, closing.isPresent(), unmet),
        closing.flatMap(Closing::date),
        draft.outcome(),
        draft.outcomes(),
        draft.stages(),
        unmet.stream()
            .map(each ->
                new Matter.MissingStage(each.stage(), each.due(), each.rule(), each.before()))
            .toList(),
        draft.demands().stream().map(demand -> demand(demand, asOf)).toList(),
        draft.related(),
        draft.reasons(),
        draft.reviewed());
  }

  private static boolean isMet(Obligation obligation, LocalDate asOf) {
    return obligation.met().isPresent()
        && MatterStanding.reached(obligation.met().get().date(), asOf);
  }

  /** The last day that a paper set for a report or for completion; else that a rule sets yet. */
  private static Optional<LocalDate> due(
      MatterDraft draft, boolean closed, List<Obligation> unmet) {
    Optional<LocalDate> stated =
        last(draft.obligations().stream().filter(it -> it.stated().isPresent()));
    return stated.isPresent() || closed
        ? stated
        : last(unmet.stream().filter(each -> each.nature() == MatterDraft.Nature.OWED));
  }

  private static Optional<LocalDate> last(Stream<Obligation> obligations) {
    return obligations.flatMap(each -> each.due().stream()).max(Comparator.naturalOrder());
  }

  private static Matter.Demand demand(DemandDraft demand, LocalDate asOf) {
    if (demand.finding().isPresent()) {
      var finding = demand.finding().get();
      return new Matter.Demand(demand.id(), demand.quote(), finding.state(), finding.answer());
    }
    boolean running = demand.due().filter(due -> !asOf.isAfter(due)).isPresent();
    return new Matter.Demand(
        demand.id(),
        demand.quote(),
        running ? DemandState.NOT_DUE : DemandState.UNKNOWN,
        Optional.empty());
  }
}
