package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.VoteResult;
import wenmai.corpus.document.Votes;
import wenmai.corpus.matter.Strand.Step;

/** Takes what people have set as the result of a paper in place of what was read (结果更正). Pure. */
final class CorrectedOutcomes {
  private static final double ALIKE = 0.6;

  private final OutcomeWords words;
  private final TallyReader tallies;

  CorrectedOutcomes(OutcomeWords words, TallyReader tallies) {
    this.words = words;
    this.tallies = tallies;
  }

  /** What was set for this step: of a paper that tells of several matters, that of this one. */
  Optional<VoteResult> of(Step step) {
    List<VoteResult> set = step.paper().paper().facts().values(FactKey.RESULT);
    return set.stream()
        .filter(result -> !result.subject().isEmpty() && concerns(step, result.subject()))
        .findFirst()
        .or(() -> set.stream().filter(result -> result.subject().isEmpty()).findFirst());
  }

  private static boolean concerns(Step step, String subject) {
    Subject named = Subject.of(subject);
    return step.signs().stream().anyMatch(sign -> sign.subject().likeness(named) >= ALIKE);
  }

  /** As data; empty where nothing is recorded. */
  Optional<Outcome> outcome(Step step, VoteResult set) {
    DocumentQuote evidence = evidence(step);
    List<Outcome.Count> counts = words.counts(set.counts());
    Optional<Verdict> verdict = tallies.verdict(set.outcome());
    Optional<Outcome> now;
    if (!counts.isEmpty()) {
      now = Optional.of(Outcome.counted(counts, verdict, evidence));
    } else if (set.outcome().endsWith("类")) {
      now =
          ReplyGrade.ofKey(set.outcome().substring(0, 1))
              .map(grade -> new Outcome.Graded(grade, evidence));
    } else {
      now = verdict.map(ended -> new Outcome.Stated(ended, evidence));
    }
    return now.map(Outcome.Corrected::new);
  }

  /** The words the paper itself has for it, else those that name the paper. */
  private static DocumentQuote evidence(Step step) {
    return step.paper().paper().votes().map(Votes::results).orElse(List.of()).stream()
        .map(Votes.Result::evidence)
        .filter(quote -> !quote.words().isBlank())
        .findFirst()
        .map(quote -> new DocumentQuote(step.id(), quote))
        .orElseGet(() -> step.paper().name());
  }
}
