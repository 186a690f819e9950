package wenmai.corpus.matter;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Span;

/** Reads how a reply is graded (答复类别): A类, or the words for it in a form. Pure. */
final class GradeReader {
  private final OutcomeWords words;

  GradeReader(OutcomeWords words) {
    this.words = words;
  }

  /** The grade as it stands at the end: one that was changed, else the one given in the head. */
  Optional<Outcome.Graded> read(PaperReading paper) {
    Optional<Outcome.Graded> given = Optional.empty();
    for (Span span : paper.sentences()) {
      String sentence = span.in(paper.compact());
      if (words.notGiven().matcher(sentence).find()) {
        continue;
      }
      Matcher moved = words.moved().matcher(sentence);
      if (moved.find()) {
        return graded(moved.group("g"), paper, span);
      }
      boolean head = span.start() < paper.head().length();
      if (given.isEmpty() && head) {
        given = given(sentence).flatMap(grade -> graded(grade.name(), paper, span));
      }
    }
    return given;
  }

  private static Optional<Outcome.Graded> graded(String letter, PaperReading paper, Span span) {
    return ReplyGrade.ofKey(letter)
        .map(grade -> new Outcome.Graded(grade, paper.documentQuote(span.start(), span.end())));
  }

  private Optional<ReplyGrade> given(String sentence) {
    for (Pattern pattern : words.given()) {
      Matcher matcher = pattern.matcher(sentence);
      if (matcher.find()) {
        return Optional.of(grade(matcher));
      }
    }
    return Optional.empty();
  }

  private ReplyGrade grade(Matcher matcher) {
    for (String group : matcher.namedGroups().keySet()) {
      String found = matcher.group(group);
      if (found != null) {
        return ReplyGrade.ofKey(found)
            .orElseGet(() -> Objects.requireNonNull(words.gradeWords().get(found), found));
      }
    }
    throw new IllegalStateException("a match without a group: " + matcher.group());
  }
}
