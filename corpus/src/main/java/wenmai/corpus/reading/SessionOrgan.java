package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.text.SiftedPattern;

/**
 * Infers the organ from the session that a paper tells of (会议所属机关), where no other body is named:
 * opinions, minutes, results of votes and speeches at a committee's meeting are the committee's, a
 * resolution without a title that of the congress whose session passes it.
 */
final class SessionOrgan {
  private static final String NUMERAL = "[〇零一二三四五六七八九十百0-9]{1,4}";

  private final Draft draft;
  private final OrganFacts facts;
  private final Phrases phrases;

  SessionOrgan(Draft draft, OrganFacts facts) {
    this.phrases = draft.rules().phrases();
    this.draft = draft;
    this.facts = facts;
  }

  Optional<Fact<Organ>> read() {
    boolean resolution = draft.kind() == Kind.RESOLUTION && draft.title().isEmpty();
    boolean fits =
        switch (draft.kind()) {
          case SPEECH, OTHER, ANNOUNCEMENT, REVIEW_OPINION, MINUTES, APPOINTMENT, DECISION -> true;
          default -> resolution;
        };
    SiftedPattern meeting =
        resolution ? phrases.sifted("passing-sessions") : phrases.sifted("committee-sessions");
    List<Line> lines = draft.sheet().lines();
    boolean untitled = draft.kind() == Kind.OTHER && draft.title().isEmpty();
    int opening = resolution || untitled || draft.kind() == Kind.REVIEW_OPINION ? 2 : 0;
    int last = Math.min(lines.size(), draft.head().body() + opening);
    for (int i = 0; fits && i < last; i++) {
      Line line = lines.get(i);
      if (!meeting.mayBeIn(line.compact())) {
        continue;
      }
      Matcher matcher = meeting.pattern().matcher(line.compact());
      if (matcher.find() && !line.compact().contains("提请")) {
        String named =
            phrases.any("before-sessions").matcher(matcher.group("organ")).replaceFirst("");
        String organ = draft.places().trimmed(named);
        return facts.inferred(organ, line, 0.7);
      }
    }
    return Optional.empty();
  }
}
