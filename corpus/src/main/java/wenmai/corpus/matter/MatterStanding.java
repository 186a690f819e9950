package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Organ;
import wenmai.corpus.matter.MatterDraft.Closing;
import wenmai.corpus.matter.MatterDraft.Nature;
import wenmai.corpus.matter.MatterDraft.Obligation;

/**
 * What the ledger needs of a matter to choose it (台账要素): kept beside the matter, so that looking
 * through a hundred thousand of them reads none in full.
 *
 * @param organ the name of the body whose matter it is
 * @param closes whether its papers show the end
 * @param closed the day of that, where it is known
 * @param debts what has to come by a certain day
 * @param results that stand
 */
public record MatterStanding(
    Optional<String> organ,
    boolean closes,
    Optional<LocalDate> closed,
    List<Debt> debts,
    Set<OutcomeFilter> results) {
  public MatterStanding {
    debts = List.copyOf(debts);
    results = Set.copyOf(results);
  }

  /**
   * A step that has to come (应办环节).
   *
   * @param met whether a paper is this step
   * @param metOn that paper's day, where it is known
   */
  record Debt(LocalDate due, boolean met, Optional<LocalDate> metOn) {
    boolean isLate(LocalDate asOf) {
      return due.isBefore(asOf) && !(met && reached(metOn, asOf));
    }
  }

  static MatterStanding of(MatterDraft draft) {
    Set<OutcomeFilter> results = EnumSet.noneOf(OutcomeFilter.class);
    Arrays.stream(OutcomeFilter.values())
        .filter(each -> each.fits(draft.outcomes()))
        .forEach(results::add);
    return new MatterStanding(
        draft.organ().map(Organ::name),
        draft.closing().isPresent(),
        draft.closing().flatMap(Closing::date),
        draft.obligations().stream()
            .filter(each -> each.nature() == Nature.OWED && each.due().isPresent())
            .map(MatterStanding::debt)
            .toList(),
        results);
  }

  private static Debt debt(Obligation owed) {
    return new Debt(
        owed.due().orElseThrow(),
        owed.met().isPresent(),
        owed.met().flatMap(MatterDraft.Fulfilment::date));
  }

  /** How the matter stands at the end of that day. */
  public MatterStatus status(LocalDate asOf) {
    if (closes && reached(closed, asOf)) {
      return MatterStatus.CLOSED;
    }
    return debts.stream().anyMatch(debt -> debt.isLate(asOf))
        ? MatterStatus.OVERDUE
        : MatterStatus.OPEN;
  }

  static boolean reached(Optional<LocalDate> date, LocalDate asOf) {
    return date.isEmpty() || !date.get().isAfter(asOf);
  }

  void write(CompactOut out) {
    out.text(organ).flag(closes).text(closed);
    out.each(debts, debt -> out.text(debt.due().toString()).flag(debt.met()).text(debt.metOn()));
    out.each(results, result -> out.text(result.key()));
  }

  static MatterStanding read(CompactIn in) {
    return new MatterStanding(
        in.optional(),
        in.flag(),
        day(in),
        in.each(() -> new Debt(LocalDate.parse(in.text()), in.flag(), day(in))),
        Set.copyOf(in.each(() -> in.required(OutcomeFilter::ofKey))));
  }

  private static Optional<LocalDate> day(CompactIn in) {
    return in.optional().map(LocalDate::parse);
  }
}
