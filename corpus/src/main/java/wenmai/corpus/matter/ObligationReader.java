package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.matter.MatterDraft.Fulfilment;
import wenmai.corpus.matter.MatterDraft.Obligation;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.matter.TermReader.Term;

/** Says what had to come in a matter, by when, and which paper it was (应办事项). Pure. */
final class ObligationReader {
  private final TermReader terms;
  private final CourseReader course;
  private final WorkCalendar calendar;

  ObligationReader(TermReader terms, CourseReader course, WorkCalendar calendar) {
    this.terms = terms;
    this.course = course;
    this.calendar = calendar;
  }

  /** Obligations in procedural order: steps that are lacking between others, then what is owed. */
  List<Obligation> read(Strand strand, MatterType type) {
    List<Obligation> owed = new ArrayList<>();
    Set<DocumentId> used = new HashSet<>();
    for (Expectation expectation : strand.template().expectations()) {
      if (strand.ofRoles(Set.copyOf(expectation.unless())).isEmpty()) {
        owed.addAll(owed(strand, expectation, used, owed));
      }
    }
    List<Obligation> named = owed.stream().map(each -> ownName(each, type)).toList();
    List<Obligation> all = new ArrayList<>(gaps(strand, type, named));
    all.addAll(named);
    return all;
  }

  /** Whether a step after that one is held, taken after the cause: the matter went on. */
  private static boolean isOvertaken(Step cause, Strand strand, String role) {
    int rank = strand.template().stage(role).map(Stage::rank).orElse(Integer.MAX_VALUE);
    int at = strand.steps().indexOf(cause);
    return strand.steps().subList(at + 1, strand.steps().size()).stream()
        .anyMatch(step -> step.stage().rank() > rank);
  }

  private static int lastRank(Strand strand) {
    return strand.steps().stream().mapToInt(step -> step.stage().rank()).max().orElse(0);
  }

  /** In an audit matter the report on the opinion is the report on what was put right. */
  private static Obligation ownName(Obligation owed, MatterType type) {
    return type == MatterType.AUDIT && owed.stage().equals("研究处理情况报告")
        ? new Obligation(
            owed.nature(), "审计整改情况报告", owed.due(), owed.rule(), owed.stated(), owed.met())
        : owed;
  }

  private List<Obligation> owed(
      Strand strand, Expectation expectation, Set<DocumentId> used, List<Obligation> before) {
    List<Obligation> obligations = new ArrayList<>();
    Set<String> after = strand.template().alternativesOf(expectation.after());
    List<Step> causes =
        strand.ofRoles(after).stream()
            .filter(step -> step.stage().role().equals(expectation.after()) || after.size() > 1)
            .toList();
    boolean once = expectation.when() == Expectation.When.ALWAYS;
    for (Step cause : once && !causes.isEmpty() ? List.of(causes.getFirst()) : causes) {
      obligations.addAll(owedAfter(cause, strand, expectation, used, before));
    }
    return obligations;
  }

  private List<Obligation> owedAfter(
      Step cause,
      Strand strand,
      Expectation expectation,
      Set<DocumentId> used,
      List<Obligation> before) {
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
    List<Term> stated = expectation.undated() ? List.of() : stated(cause, strand, expectation);
    boolean told =
        before.stream()
            .anyMatch(each ->
                each.stage().equals(expectation.name())
                    && stated.stream()
                        .anyMatch(term -> each.stated().equals(Optional.of(term.sentence()))));
    if (told) {
      return List.of();
    }
    if (stated.isEmpty()) {
      return switch (expectation.when()) {
        case STATED -> List.of();
        case MENTIONED ->
            mentioned(cause, strand, expectation).isPresent()
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

  /** The terms the papers set, by due day; where only one report is owed, the last that was set. */
  private List<Term> stated(Step cause, Strand strand, Expectation expectation) {
    List<Term> all = new ArrayList<>();
    for (String role : expectation.read()) {
      for (Step step : readable(role, cause, strand)) {
        all.addAll(firstCue(step, expectation));
      }
    }
    List<Term> sorted =
        all.stream()
            .filter(term -> cause.date().isEmpty() || term.due().isAfter(cause.date().get()))
            .sorted(Comparator.comparing(Term::due))
            .toList();
    boolean several = expectation.after().equals("resolution");
    return several
        ? distinctDays(sorted)
        : sorted.isEmpty() ? List.of() : List.of(sorted.getLast());
  }

  private static List<Term> distinctDays(List<Term> sorted) {
    List<Term> distinct = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (Term term : sorted) {
      if (days.add(term.due())) {
        distinct.add(term);
      }
    }
    return distinct;
  }

  /** The cause itself where it has that role, else the papers of that role. */
  private static List<Step> readable(String role, Step cause, Strand strand) {
    return cause.stage().role().equals(role)
        ? List.of(cause)
        : strand.ofRoles(Set.of(role)).stream()
            .filter(step ->
                step.date().isEmpty()
                    || cause.date().isEmpty()
                    || !step.date().get().isBefore(cause.date().get().minusDays(31)))
            .toList();
  }

  private List<Term> firstCue(Step step, Expectation expectation) {
    for (var cue : expectation.cues()) {
      List<Term> found =
          terms.find(step.paper(), cue, expectation.relativeFrom(), step.date()).stream()
              .filter(term -> inScope(step, term.sentence()))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static boolean inScope(Step step, DocumentQuote quote) {
    if (!step.stage().is(Stage.Trait.JOINT)) {
      return true;
    }
    int place = quote.quote().span().start();
    return step.scope().stream()
        .map(sentence -> step.paper().quote(sentence.start(), sentence.end()).span())
        .anyMatch(span -> span.start() <= place && place < span.end());
  }

  private static Optional<DocumentQuote> mentioned(
      Step cause, Strand strand, Expectation expectation) {
    for (String role : expectation.read()) {
      for (Step step : readable(role, cause, strand)) {
        for (var sentence : step.scope()) {
          String words = sentence.in(step.paper().compact());
          if (expectation.cues().stream().anyMatch(cue -> cue.matcher(words).find())) {
            return Optional.of(step.paper().documentQuote(sentence.start(), sentence.end()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> byRule(Step cause, Strand strand, Expectation expectation) {
    Optional<LocalDate> from =
        expectation.from().equals(expectation.after())
            ? cause.date()
            : strand.ofRoles(Set.of(expectation.from())).stream().findFirst().flatMap(Step::date);
    if (expectation.workingDays().isPresent()) {
      return from.map(day -> calendar.after(day, expectation.workingDays().getAsInt()));
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
            : strand.standingFor(expectation.step()).stream()
                .filter(step -> !step.id().equals(cause.id()))
                .filter(step -> !used.contains(step.id()))
                .filter(step -> follows(step, cause))
                .findFirst();
    met.ifPresent(step -> used.add(step.id()));
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
        met.map(step -> new Fulfilment(step.id(), step.date())));
  }

  private static boolean follows(Step step, Step cause) {
    return step.date().isEmpty()
        || cause.date().isEmpty()
        || !step.date().get().isBefore(cause.date().get());
  }

  /** Key steps that are lacking although later ones are held, and papers that are cited. */
  private static List<Obligation> gaps(Strand strand, MatterType type, List<Obligation> owed) {
    List<Obligation> gaps = new ArrayList<>();
    int last = lastRank(strand);
    Set<String> told = new HashSet<>();
    for (Sign cited : strand.cited()) {
      boolean owes = isOwed(strand, cited.stage(), owed);
      if (!owes && isLacking(strand, cited) && told.add(cited.stage().role())) {
        gaps.add(
            gap(
                cited.stage().name(),
                "其他文件引用而未收录：“" + cited.evidence().quote().words() + "”",
                Optional.of(cited.evidence())));
      }
    }
    for (Stage stage : strand.template().stages()) {
      Set<String> alternatives = strand.template().alternativesOf(stage.role());
      boolean known = alternatives.stream().anyMatch(told::contains) || isOwed(strand, stage, owed);
      if (stage.is(Stage.Trait.KEY) && stage.rank() < last && lacks(strand, stage) && !known) {
        told.add(stage.role());
        gaps.add(gap(name(strand, stage, type), "后续环节的文件已收录，此关键环节未收录", Optional.empty()));
      }
    }
    return gaps;
  }

  private static boolean isOwed(Strand strand, Stage stage, List<Obligation> owed) {
    Set<String> alternatives = strand.template().alternativesOf(stage.role());
    return strand.template().stages().stream()
        .filter(each -> alternatives.contains(each.role()))
        .anyMatch(each ->
            owed.stream()
                .anyMatch(other -> other.met().isEmpty() && other.stage().equals(each.name())));
  }

  /** Its step is not held at all; or it has a number, which none of the papers of the step has. */
  private static boolean isLacking(Strand strand, Sign cited) {
    List<Step> held = strand.ofRoles(strand.template().alternativesOf(cited.stage().role()));
    boolean numbered = cited.name().endsWith("号");
    return held.isEmpty()
        || (numbered
            && held.stream()
                .allMatch(step ->
                    step.paper()
                        .paper()
                        .facts()
                        .value(FactKey.NUMBER)
                        .filter(number -> !cited.name().endsWith("|" + number))
                        .isPresent()));
  }

  private static boolean lacks(Strand strand, Stage stage) {
    return strand.standingFor(stage.role()).isEmpty();
  }

  private static Obligation gap(String name, String rule, Optional<DocumentQuote> stated) {
    return new Obligation(
        MatterDraft.Nature.GAP, name, Optional.empty(), rule, stated, Optional.empty());
  }

  /** Of steps that stand for one another, the one this type of matter has. */
  private static String name(Strand strand, Stage stage, MatterType type) {
    String role =
        switch (stage.role()) {
          case "special-report" ->
              type == MatterType.INSPECTION
                  ? "inspection-report"
                  : type == MatterType.AUDIT ? "audit-report" : "special-report";
          case "rectification" ->
              type == MatterType.AUDIT ? "audit-rectification" : "rectification";
          default -> stage.role();
        };
    return strand.template().stage(role).orElse(stage).name();
  }
}
