package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.MatterDraft.Fulfilment;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.matter.TermReader.Term;

/** Says what had to come in a matter, by when, and which paper it was (应办事项). Pure. */
final class ObligationReader {
  private final StatedTerms terms;
  private final CourseReader course;
  private final WorkCalendar calendar;
  private final LocalTerms locals;

  ObligationReader(
      TermReader terms, CourseReader course, WorkCalendar calendar, LocalTerms locals) {
    this.terms = new StatedTerms(terms);
    this.course = course;
    this.calendar = calendar;
    this.locals = locals;
  }

  /**
   * Obligations in procedural order: steps that are lacking between others, then what is owed.
   *
   * @param held terms that rules of the place set, which are held
   */
  List<Obligation> read(Strand strand, MatterType type, LocalTerms held) {
    LocalTerms here = locals.and(held);
    List<Obligation> owed = new ArrayList<>();
    Set<DocumentId> used = new HashSet<>();
    Set<Told> told = new HashSet<>();
    for (Expectation expectation : strand.template().expectations()) {
      if (strand.ofRoles(Set.copyOf(expectation.unless())).isEmpty()) {
        Expectation dated =
            here.of(strand.template(), expectation, region(strand), day(strand, expectation));
        owed.addAll(owed(strand, dated.named(strand.template(), type), used, told));
      }
    }
    List<Obligation> all = new ArrayList<>(new GapReader(strand, type, owed).read());
    all.addAll(owed);
    return all;
  }

  /** A sentence asks for a step once, whatever the expectations call what they look for. */
  private record Told(String step, DocumentQuote sentence) {}

  private static Optional<Region> region(Strand strand) {
    return strand.anchor().paper().paper().facts().value(FactKey.REGION);
  }

  private static Optional<LocalDate> day(Strand strand, Expectation expectation) {
    return strand.ofRoles(Set.of(expectation.after())).stream()
        .flatMap(step -> step.date().stream())
        .findFirst();
  }

  /** Whether a step after that one is held, taken after the cause: the matter went on. */
  private static boolean isOvertaken(Step cause, Strand strand, String role) {
    int rank = strand.template().stage(role).map(Stage::rank).orElse(Integer.MAX_VALUE);
    int at = strand.steps().indexOf(cause);
    return strand.steps().subList(at + 1, strand.steps().size()).stream()
        .filter(step -> !step.stage().is(Stage.Trait.ANYTIME))
        .anyMatch(step -> strand.template().cyclic() || step.stage().rank() > rank);
  }

  private List<Obligation> owed(
      Strand strand, Expectation expectation, Set<DocumentId> used, Set<Told> told) {
    List<Obligation> obligations = new ArrayList<>();
    Set<String> after = strand.template().alternativesOf(expectation.after());
    List<Step> causes =
        strand.ofRoles(after).stream()
            .filter(step ->
                step.stage().role().equals(expectation.after())
                    || !step.stage().role().equals(expectation.step()))
            .toList();
    boolean once = expectation.when() == Expectation.When.ALWAYS;
    for (Step cause : once && !causes.isEmpty() ? List.of(causes.getFirst()) : causes) {
      obligations.addAll(owedAfter(cause, strand, expectation, used, told));
    }
    return obligations;
  }

  private List<Obligation> owedAfter(
      Step cause, Strand strand, Expectation expectation, Set<DocumentId> used, Set<Told> told) {
    if (expectation.when() == Expectation.When.OUTCOME) {
      boolean so =
          course
              .outcome(cause.paper(), cause.scope())
              .filter(outcome -> expectation.outcomes().contains(outcome.word()))
              .isPresent();
      if (!so) {
        return List.of();
      }
    }
    if (expectation.titled().isPresent()
        && !expectation.titled().get().matcher(cause.paper().title()).find()) {
      return List.of();
    }
    if (!expectation.grades().isEmpty()
        && course.grade(cause.paper()).filter(expectation.grades()::contains).isEmpty()) {
      return List.of();
    }
    List<Term> stated = expectation.undated() ? List.of() : terms.of(cause, strand, expectation);
    List<Told> asked =
        stated.stream().map(term -> new Told(expectation.step(), term.sentence())).toList();
    if (asked.stream().anyMatch(told::contains)) {
      return List.of();
    }
    told.addAll(asked);
    if (stated.isEmpty()) {
      return switch (expectation.when()) {
        case STATED -> List.of();
        case MENTIONED ->
            StatedTerms.mentioned(cause, strand, expectation).isPresent()
                ? List.of(
                    obligation(
                        cause, strand, expectation, Optional.empty(), Optional.empty(), used))
                : List.of();
        case ALWAYS, OUTCOME ->
            List.of(
                obligation(
                    cause,
                    strand,
                    expectation,
                    byRule(cause, strand, expectation),
                    Optional.empty(),
                    used));
      };
    }
    List<Obligation> obligations = new ArrayList<>();
    for (Term term : stated) {
      obligations.add(
          obligation(
              cause,
              strand,
              expectation,
              Optional.of(term.due()),
              Optional.of(term.sentence()),
              used));
    }
    return obligations;
  }

  private Optional<LocalDate> byRule(Step cause, Strand strand, Expectation expectation) {
    Optional<LocalDate> from =
        expectation.from().equals(expectation.after())
            ? cause.date()
            : strand.ofRoles(Set.of(expectation.from())).stream().findFirst().flatMap(Step::date);
    if (expectation.workingDays().isPresent()) {
      return from.map(day -> calendar.after(day, expectation.workingDays().getAsInt()));
    }
    if (expectation.days().isPresent()) {
      return from.map(day -> day.plusDays(expectation.days().getAsInt()));
    }
    return expectation.months().isPresent()
        ? from.map(day -> day.plusMonths(expectation.months().getAsInt()))
        : Optional.empty();
  }

  private static Obligation obligation(
      Step cause,
      Strand strand,
      Expectation expectation,
      Optional<LocalDate> due,
      Optional<DocumentQuote> stated,
      Set<DocumentId> used) {
    Optional<Step> met =
        expectation.separate()
            ? Optional.empty()
            : candidates(cause, strand, expectation).stream()
                .filter(step -> !step.id().equals(cause.id()))
                .filter(step -> expectation.shared() || !used.contains(step.id()))
                .filter(step -> follows(step, cause))
                .findFirst();
    met.filter(step -> !expectation.shared()).ifPresent(step -> used.add(step.id()));
    String rule =
        stated
            .map(quote -> "文件写明：“" + quote.quote().words().strip() + "”")
            .orElse(expectation.rule());
    return new Obligation(
        met.isEmpty() && isOvertaken(cause, strand, expectation.step())
            ? MatterDraft.Nature.GAP
            : MatterDraft.Nature.OWED,
        expectation.name(),
        due,
        rule,
        stated,
        met.map(step -> new Fulfilment(step.id(), step.date())),
        Optional.empty());
  }

  /** What came after a vote is the second report, and not the first one late. */
  private static List<Step> candidates(Step cause, Strand strand, Expectation expectation) {
    List<Step> standing = strand.standingFor(expectation.step());
    Set<String> again =
        strand.template().stage(expectation.step()).map(Stage::follows).orElse(Set.of());
    if (expectation.when() != Expectation.When.ALWAYS || again.contains(expectation.after())) {
      return standing;
    }
    int from = strand.steps().indexOf(cause);
    List<Step> later = strand.steps().subList(from + 1, strand.steps().size());
    return later.stream()
        .takeWhile(step -> !again.contains(step.stage().role()))
        .filter(standing::contains)
        .toList();
  }

  private static boolean follows(Step step, Step cause) {
    return step.date().isEmpty()
        || cause.date().isEmpty()
        || !step.date().get().isBefore(cause.date().get());
  }
}
