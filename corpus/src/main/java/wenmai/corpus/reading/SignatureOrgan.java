package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.Span;

/** Reads who signs a paper at its end (落款机关). */
final class SignatureOrgan {
  private static final String PRESIDIUM = "主席团";

  private final Draft draft;
  private final Phrases phrases;
  private final OrganFacts facts;

  SignatureOrgan(Draft draft, OrganFacts facts) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.facts = facts;
  }

  /** Empty where none signs, or who signs only drafted the paper or wrote it up. */
  Optional<Fact<Organ>> read() {
    if (draft.tail().organs().isEmpty()) {
      return Optional.empty();
    }
    Line line = draft.tail().organs().getFirst();
    Optional<Fact<Organ>> broken = ofBrokenSignature(draft.tail().organs());
    if (broken.isPresent()) {
      return broken;
    }
    String words = line.compact();
    boolean writtenUp =
        draft.kind() == Kind.SPEECH && phrases.any("written-up").matcher(words).find();
    if (writtenUp || phrases.any("drafters").matcher(words).find()) {
      return Optional.empty(); // who drafted a paper, or wrote a speech up, has not issued it
    }
    return DayReader.first(words)
        .map(day -> DayReader.before(words, day))
        .map(name -> facts.read(name, OrganFacts.span(line), 0.96))
        .orElseGet(() -> {
          String inner = TailReader.withoutBrackets(words);
          boolean named = !draft.rules().organs().names(line).isEmpty();
          return named || inner.equals(words)
              ? facts.read(line, 0.96)
              : facts.read(inner, OrganFacts.span(line), 0.9);
        });
  }

  /** 某县第十八届人民代表大会 | 第三次会议主席团: one name on two lines. */
  private Optional<Fact<Organ>> ofBrokenSignature(List<Line> lines) {
    if (lines.size() < 2
        || !phrases.any("signature-goes-on").matcher(lines.get(1).compact()).matches()) {
      return Optional.empty();
    }
    Span span = Span.of(lines.getFirst().start(), lines.get(1).end());
    return facts.read(lines.getFirst().compact() + lines.get(1).compact(), span, 0.96);
  }

  /** On one line with the day, as a signature is not; on two under what a meeting passed. */
  boolean isImprint() {
    List<Line> organs = draft.tail().organs();
    boolean passed = draft.notes().adoption().isPresent();
    return draft
        .tail()
        .day()
        .filter(line -> !organs.isEmpty() && (passed || organs.getFirst().index() == line.index()))
        .filter(line -> phrases.any("imprints").matcher(line.compact()).find())
        .isPresent();
  }

  /** 大会主席团 under an announcement of the session that its title names. */
  boolean isPresidiumAlone() {
    return draft.tail().organs().stream()
        .anyMatch(line -> facts.isBare(line.compact()) && line.compact().endsWith(PRESIDIUM));
  }
}
