package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;

/**
 * Infers the organ from the session that a paper tells of (会议所属机关), where no other body is named:
 * opinions, minutes, results of votes and speeches at a committee's meeting are the committee's, a
 * resolution without a title that of the congress whose session passes it.
 */
final class SessionOrgan {
  private static final String NUMERAL = "[〇零一二三四五六七八九十百0-9]{1,4}";
  private static final Pattern COMMITTEE =
      Pattern.compile(
          "(?<organ>(?:[\\u4e00-\\u9fff]{2,8}(?:省|市|县|区|州|旗)|[省市县区州旗])第?"
              + NUMERAL
              + "届(?:人民代表大会|人大)(?:常务委员会|常委会))");
  private static final Pattern PASSING =
      Pattern.compile(
          "^(?<organ>(?:[\\u4e00-\\u9fff]{1,14}(?:省|市|县|区|州|旗|乡|镇)|[省市县区州旗])?第?"
              + NUMERAL
              + "届(?:全国)?(?:人民代表大会|人大)(?:常务委员会|常委会)?)第?"
              + NUMERAL
              + "次(?:全体)?会议");

  /** 关于县十七届人大常委会第十次会议…的通报. */
  private static final Pattern PREPOSITION = Pattern.compile("^(?:关于|对于?|在|日(?=自治))");

  private final Draft draft;
  private final OrganFacts facts;

  SessionOrgan(Draft draft, OrganFacts facts) {
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
    Pattern meeting = resolution ? PASSING : COMMITTEE;
    List<Line> lines = draft.sheet().lines();
    boolean untitled = draft.kind() == Kind.OTHER && draft.title().isEmpty();
    int opening = resolution || untitled || draft.kind() == Kind.REVIEW_OPINION ? 2 : 0;
    int last = Math.min(lines.size(), draft.head().body() + opening);
    for (int i = 0; fits && i < last; i++) {
      Line line = lines.get(i);
      Matcher matcher = meeting.matcher(line.compact());
      if (matcher.find() && !line.compact().contains("提请")) {
        String named = PREPOSITION.matcher(matcher.group("organ")).replaceFirst("");
        String organ = draft.places().trimmed(named);
        return facts.inferred(organ, line, 0.7);
      }
    }
    return Optional.empty();
  }
}
