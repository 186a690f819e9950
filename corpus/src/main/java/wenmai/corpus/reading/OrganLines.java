package wenmai.corpus.reading;

import java.util.regex.Matcher;

/** Says where the name of an organ, or who holds its office, goes on from line to line (机关名称断行). */
final class OrganLines {
  private static final int SHORTEST_OFFICE_OF_ORGAN = 6;
  private static final int WORD = 6;

  private final ReadingRules rules;
  private final Phrases phrases;

  OrganLines(ReadingRules rules) {
    this.phrases = rules.phrases();
    this.rules = rules;
  }

  /** 某市人民政府市长某某 | 关于提请…的议案: in one run, not as a line of its own sets them apart. */
  boolean isHolder(Line line) {
    return line.words().indexOf(' ') < 0
        && rules
            .people()
            .person(line)
            .flatMap(People.Person::office)
            .filter(office -> office.length() >= SHORTEST_OFFICE_OF_ORGAN)
            .isPresent();
  }

  /** 某市人民代表大会常务委员会法制工作 | 委员会关于…: the name of an organ, broken within. */
  boolean goesOn(CharSequence joined, String next) {
    int about = next.indexOf("关于");
    return isBrokenWord(joined, next)
        || about > 0
            && !rules.organs().isName(joined.toString())
            && rules.organs().isName(joined + next.substring(0, about));
  }

  /** 国务院办公厅转发国家地震局 | 关于…: what a body does with another's paper, whose title follows. */
  boolean transmits(CharSequence joined) {
    Matcher deed = rules.phrases().any("transmits").matcher(joined);
    return deed.find() && rules.organs().isName(joined.toString().substring(0, deed.start()));
  }

  /** 某市人民代表大会常 | 务委员会关于…: a word of an organ's name, broken within. */
  boolean isBrokenWord(CharSequence joined, String next) {
    String both = joined + next;
    int border = joined.length();
    Matcher word =
        rules
            .phrases()
            .any("organ-words")
            .matcher(both)
            .region(Math.max(0, border - WORD), Math.min(both.length(), border + WORD));
    while (word.find()) {
      if (word.start() < border && border < word.end()) {
        return true;
      }
    }
    return false;
  }

  /** 某州人民代表大会 | 民族委员会关于…, …常务委员会 | 研究室关于…: the second line goes on with the first one's name. */
  boolean isCommitteeOf(String organ, String body) {
    return (phrases.any("congress-line-ends").matcher(organ).find()
            && phrases.any("committee-lines").matcher(body).matches())
        || (phrases.any("standing-line-ends").matcher(organ).find()
            && phrases.any("working-bodies").matcher(body).matches());
  }
}
