package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.matter.TermReader.Term;
import wenmai.corpus.text.Span;

/** Finds what the papers of a matter themselves say of a step that is to come (文件所定期限). Pure. */
final class StatedTerms {
  private final TermReader terms;

  StatedTerms(TermReader terms) {
    this.terms = terms;
  }

  /** The terms the papers set, by due day; where only one report is owed, the last that was set. */
  List<Term> of(Step cause, Strand strand, Expectation expectation) {
    List<Term> first = of(expectation.read(), cause, strand, expectation);
    List<Term> sorted =
        first.isEmpty() ? of(expectation.readElse(), cause, strand, expectation) : first;
    boolean several = expectation.after().equals("resolution");
    return several
        ? distinctDays(sorted)
        : sorted.isEmpty() ? List.of() : List.of(sorted.getLast());
  }

  private List<Term> of(List<String> roles, Step cause, Strand strand, Expectation expectation) {
    return roles.stream()
        .flatMap(role -> readable(role, cause, strand, expectation).stream())
        .flatMap(step -> firstCue(step, expectation).stream())
        .filter(term -> cause.date().isEmpty() || term.due().isAfter(cause.date().get()))
        .sorted(Comparator.comparing(Term::due))
        .toList();
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
  private static List<Step> readable(
      String role, Step cause, Strand strand, Expectation expectation) {
    return cause.stage().role().equals(role) || role.equals(expectation.after())
        ? List.of(cause)
        : strand.ofRoles(Set.of(role)).stream()
            .filter(step ->
                step.date().isEmpty()
                    || cause.date().isEmpty()
                    || !step.date().get().isBefore(cause.date().get().minusDays(31)))
            .toList();
  }

  private List<Term> firstCue(Step step, Expectation expectation) {
    Predicate<Term> inScope = inScope(step);
    for (Pattern cue : expectation.cues()) {
      List<Term> found =
          terms
              .find(
                  step.paper(),
                  cue,
                  expectation.relativeFrom(),
                  step.date(),
                  expectation.wholeSentence())
              .stream()
              .filter(inScope)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Whether a term stands in the part of a joint paper that is of the matter. */
  private static Predicate<Term> inScope(Step step) {
    if (!step.stage().is(Stage.Trait.JOINT)) {
      return term -> true;
    }
    Set<Integer> places = new HashSet<>();
    for (Span sentence : step.scope()) {
      places.add(step.paper().quote(sentence.start(), sentence.end()).span().start());
    }
    return term -> places.contains(term.sentence().quote().span().start());
  }

  static Optional<DocumentQuote> mentioned(Step cause, Strand strand, Expectation expectation) {
    for (String role : expectation.read()) {
      for (Step step : readable(role, cause, strand, expectation)) {
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
}
