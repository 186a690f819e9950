package wenmai.corpus.reading;

import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final Pattern PARTY_OFFICE =
      Pattern.compile("(?:省委|市委|区委|县委|州委|党委|党组|中共)[\\u4e00-\\u9fff]{0,6}(?:书记|常委)|[省市县区州]委书记");
  private static final Pattern CONGRESS_OFFICE = Pattern.compile("人大常委会|人大|常委会(?:副)?主任");
  private static final Pattern GOVERNMENT_OFFICE = Pattern.compile("[省市县区州]长|局长|厅长|人民政府");
  private static final Pattern DEPUTIES = Pattern.compile("代表");

  private final Draft draft;
  private final PageFacts page;

  AuthorityReader(Draft draft, PageFacts page) {
    this.draft = draft;
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
        PARTY_OFFICE.matcher(words).find()
            ? Optional.of(Authority.PARTY)
            : CONGRESS_OFFICE.matcher(words).find()
                ? Optional.of(Authority.CONGRESS)
                : GOVERNMENT_OFFICE.matcher(words).find()
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
        .filter(line -> proposal && DEPUTIES.matcher(line.compact()).find())
        .findFirst()
        .map(line -> Fact.inferred(Authority.CONGRESS, draft.sheet().evidence(line), 0.7));
  }
}
