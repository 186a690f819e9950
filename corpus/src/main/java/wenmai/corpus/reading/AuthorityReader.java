package wenmai.corpus.reading;

import java.util.Optional;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.Span;

/**
 * Tells whose word a paper carries (权威类别): its organ's branch, else the office of who speaks, else
 * whether the press or somebody's copy speaks. Unknown is left open.
 */
final class AuthorityReader {
  private final Draft draft;
  private final Phrases phrases;
  private final PageFacts page;

  AuthorityReader(Draft draft, PageFacts page) {
    this.draft = draft;
    this.phrases = draft.rules().phrases();
    this.page = page;
  }

  Optional<Fact<Authority>> read(Optional<Fact<Organ>> organ) {
    if (organ.isPresent()) {
      Fact<Organ> fact = organ.get();
      Authority branch = draft.rules().organs().authority(fact.value().name());
      return Optional.of(Fact.inferred(branch, fact.evidence(), 0.9));
    }
    return mirror().or(this::office).or(this::press).or(this::deputies);
  }

  private Optional<Fact<Authority>> mirror() {
    Optional<Span> found = Clue.findAny(draft.rules().mirrors(), draft.sheet().compact());
    if (found.isPresent()) {
      Span span = draft.sheet().spanOfCompact(found.get().start(), found.get().end());
      return Optional.of(Fact.inferred(Authority.MIRROR, draft.sheet().evidence(span), 0.75));
    }
    return page.copyMark().map(evidence -> Fact.inferred(Authority.MIRROR, evidence, 0.75));
  }

  private Optional<Fact<Authority>> office() {
    Optional<Line> speaker = draft.head().first(Role.SPEAKER);
    if (speaker.isEmpty()) {
      return Optional.empty();
    }
    String words = speaker.get().compact();
    Optional<Authority> branch =
        phrases.any("party-offices").matcher(words).find()
            ? Optional.of(Authority.PARTY)
            : phrases.any("congress-offices").matcher(words).find()
                ? Optional.of(Authority.CONGRESS)
                : phrases.any("government-offices").matcher(words).find()
                    ? Optional.of(Authority.GOVERNMENT)
                    : Optional.empty();
    return branch.map(value -> Fact.inferred(value, draft.sheet().evidence(speaker.get()), 0.8));
  }

  private Optional<Fact<Authority>> press() {
    return draft.kind() == Kind.NEWS
        ? Optional.of(Fact.inferred(Authority.MEDIA, draft.found().kind().evidence(), 0.7))
        : Optional.empty();
  }

  /** What deputies propose belongs to the congress. */
  private Optional<Fact<Authority>> deputies() {
    boolean proposal = draft.kind() == Kind.SUGGESTION || draft.kind() == Kind.BILL;
    return draft.head().entries().stream()
        .map(Head.Entry::line)
        .filter(line -> proposal && phrases.any("deputies-named").matcher(line.compact()).find())
        .findFirst()
        .map(line -> Fact.inferred(Authority.CONGRESS, draft.sheet().evidence(line), 0.7));
  }
}
