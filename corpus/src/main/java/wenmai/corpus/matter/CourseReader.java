package wenmai.corpus.matter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.text.Span;

/**
 * Reads from a paper how a matter goes on (进程判读): its end, the outcome of a vote, a grade. Pure.
 */
final class CourseReader {
  private final Cues cues;

  CourseReader(Cues cues) {
    this.cues = cues;
  }

  /** The sentence that ends the procedure, if there is one and none asks for a next step. */
  Optional<DocumentQuote> closing(PaperReading paper, List<Span> within) {
    Optional<DocumentQuote> end = Optional.empty();
    for (Span sentence : within) {
      String words = sentence.in(paper.compact());
      if (cues.closing().matcher(words).find() && !cues.notClosing().matcher(words).find()) {
        end = Optional.of(paper.documentQuote(sentence.start(), sentence.end()));
      }
    }
    return end;
  }

  /** Whether a sentence denies an end that another one states. */
  boolean deniesEnd(PaperReading paper, List<Span> within) {
    return within.stream()
        .anyMatch(sentence -> cues.notEnded().matcher(sentence.in(paper.compact())).find());
  }

  /** Whether a sentence asks for a next step. */
  boolean goesOn(PaperReading paper, List<Span> within) {
    return within.stream()
        .anyMatch(sentence -> cues.nextStep().matcher(sentence.in(paper.compact())).find());
  }

  /** A stated result with the sentence that states it; of several the worst. */
  record Outcome(String word, DocumentQuote evidence) {}

  Optional<Outcome> outcome(PaperReading paper, List<Span> within) {
    Optional<Outcome> worst = Optional.empty();
    for (Span sentence : within) {
      for (String word : List.of("outcome", "chosen", "table")) {
        Matcher matcher =
            switch (word) {
              case "outcome" -> cues.outcome().matcher(sentence.in(paper.compact()));
              case "chosen" -> cues.chosen().matcher(sentence.in(paper.compact()));
              default -> cues.outcomeTable().matcher(sentence.in(paper.compact()));
            };
        while (matcher.find()) {
          String found = firstGroup(matcher);
          DocumentQuote evidence = paper.documentQuote(sentence.start(), sentence.end());
          if (worst.isEmpty() || worse(found, worst.get().word())) {
            worst = Optional.of(new Outcome(found, evidence));
          }
        }
      }
    }
    return worst;
  }

  private boolean worse(String one, String other) {
    return cues.worstFirst().indexOf(one) < cues.worstFirst().indexOf(other);
  }

  /** A, B, C or D of a reply. */
  Optional<String> grade(PaperReading paper) {
    Matcher matcher = cues.grade().matcher(paper.head());
    return matcher.find() ? Optional.of(firstGroup(matcher)) : Optional.empty();
  }

  private static String firstGroup(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    throw new IllegalStateException("a match without a group: " + matcher.group());
  }
}
