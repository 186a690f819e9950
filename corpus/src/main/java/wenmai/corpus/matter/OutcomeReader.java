package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.VoteResult;
import wenmai.corpus.document.Votes;
import wenmai.corpus.matter.Strand.Step;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Span;

/** Says what came of a matter as its papers state it, as data (事项结果). Pure. */
final class OutcomeReader {
  private static final Set<String> JUDGING =
      Set.of(
          "vote",
          "project-evaluation",
          "suggestion-feedback",
          "appraisal-vote",
          "appraisal-opinion",
          "work-appraisal-opinion");
  private static final Set<String> DECIDING =
      Set.of(
          "resolution",
          "adopted-law",
          "published-law",
          "budget-resolution",
          "plan-resolution",
          "accounts-resolution",
          "adjustment-resolution");
  private static final Set<String> REPLYING = Set.of("reply", "second-reply");

  private final CourseReader course;
  private final Cues cues;
  private final OutcomeWords words;
  private final TallyReader tallies;
  private final GradeReader grades;
  private final CorrectedOutcomes corrected;

  OutcomeReader(CourseReader course, Cues cues, OutcomeWords words) {
    this.course = course;
    this.cues = cues;
    this.words = words;
    this.tallies = new TallyReader(words);
    this.grades = new GradeReader(words);
    this.corrected = new CorrectedOutcomes(words, tallies);
  }

  /**
   * What each step came to, in procedural order; of a step that tells of several votes the whole.
   */
  List<Outcome> read(Strand strand) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Step step : strand.steps()) {
      String role = step.stage().role();
      Optional<VoteResult> set = corrected.of(step);
      if (set.isPresent()) {
        corrected.outcome(step, set.get()).ifPresent(outcomes::add);
      } else if (JUDGING.contains(role)) {
        outcomes.addAll(judged(step));
      } else if (DECIDING.contains(role)) {
        overall(votes(step)).or(() -> adopted(step.paper())).ifPresent(outcomes::add);
      } else if (REPLYING.contains(role)) {
        grades.read(step.paper()).ifPresent(outcomes::add);
      }
    }
    return outcomes;
  }

  /** Whether sentences state a result, by counts or by its name. */
  boolean statesResult(PaperReading paper, List<Span> within) {
    return !tallies.read(paper, within).isEmpty()
        || course.outcome(paper, tallies.factual(paper, within)).isPresent();
  }

  private List<Outcome> judged(Step step) {
    List<Outcome> votes = votes(step);
    Optional<Outcome> counted = overall(votes);
    if (counted.flatMap(Outcome::verdict).isPresent()) {
      return List.of(counted.get());
    }
    Optional<Outcome> stated =
        course
            .outcome(step.paper(), tallies.factual(step.paper(), step.scope()))
            .flatMap(result ->
                tallies
                    .verdict(result.word())
                    .map(verdict -> new Outcome.Stated(verdict, result.evidence())));
    // of several votes without one on the whole the worst stands for all
    Optional<Outcome> itself =
        stated.flatMap(result -> votes.stream().filter(vote -> proves(vote, result)).findFirst());
    if (itself.isPresent()) {
      return List.of(itself.get());
    }
    List<Outcome> both = new ArrayList<>();
    counted.ifPresent(both::add);
    stated.ifPresent(both::add);
    return both;
  }

  /** Whether a vote ended so, in the same words. */
  private static boolean proves(Outcome vote, Outcome result) {
    CodePointSpan wide = vote.evidence().quote().span();
    CodePointSpan narrow = result.evidence().quote().span();
    return vote.verdict().equals(result.verdict())
        && wide.start() < narrow.end()
        && narrow.start() < wide.end();
  }

  private List<Outcome> votes(Step step) {
    List<Outcome> told = tallies.read(step.paper(), step.scope());
    return told.isEmpty() ? tabled(step) : told;
  }

  /** The one vote of the step; of several the one on the whole. */
  private Optional<Outcome> overall(List<Outcome> counted) {
    return counted.size() == 1
        ? Optional.of(counted.getFirst())
        : counted.stream()
            .filter(each -> cues.overall().matcher(each.evidence().quote().words()).find())
            .findFirst();
  }

  /** Rows of a table, as the reading of the paper found them. */
  private List<Outcome> tabled(Step step) {
    return step.paper().paper().votes().map(Votes::results).orElse(List.of()).stream()
        .filter(result -> isOf(step, result))
        .flatMap(result -> tabled(step, result).stream())
        .toList();
  }

  private Optional<Outcome> tabled(Step step, Votes.Result result) {
    List<Outcome.Count> counts = words.counts(result.counts());
    if (counts.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        Outcome.counted(
            counts,
            tallies.verdict(result.outcome()),
            new DocumentQuote(step.id(), result.evidence())));
  }

  /** Whether a vote stands in the part of a joint paper that concerns the matter. */
  private static boolean isOf(Step step, Votes.Result result) {
    int place = result.evidence().span().start();
    return !step.stage().is(Stage.Trait.JOINT)
        || step.scope().stream()
            .anyMatch(sentence -> {
              CodePointSpan span = step.paper().quote(sentence.start(), sentence.end()).span();
              return span.start() <= place && place < span.end();
            });
  }

  /** A paper that decides says in its head that it was passed. */
  private Optional<Outcome> adopted(PaperReading paper) {
    for (Span sentence : paper.sentences()) {
      if (sentence.start() >= paper.head().length()) {
        break;
      }
      Matcher matcher = words.adopted().matcher(sentence.in(paper.compact()));
      if (matcher.find()) {
        return Optional.of(
            new Outcome.Stated(
                Verdict.PASSED, paper.documentQuote(sentence.start(), sentence.end())));
      }
    }
    return Optional.empty();
  }
}
