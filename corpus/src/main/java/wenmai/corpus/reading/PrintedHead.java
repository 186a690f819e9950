package wenmai.corpus.reading;

import wenmai.corpus.reading.Head.Entry;

/** Tells what is printed over a title and is none of it (版头、刊头): 某县人民政府文件, 某县人大工作简报. */
final class PrintedHead {
  private final ReadingRules rules;
  private final OrganLines organs;

  PrintedHead(ReadingRules rules) {
    this.rules = rules;
    this.organs = new OrganLines(rules);
  }

  /** 某省人民代表大会常务委员会公报. */
  boolean isGazette(String compact) {
    return rules.phrases().any("gazettes").matcher(compact).matches();
  }

  /**
   * 县政府办公室 over 人大代表建议转办单: the office that has the form, or the meeting, is no part of its name.
   */
  boolean standsOverForm(String above, String below) {
    return rules.organs().isName(above) && rules.phrases().any("forms").matcher(below).matches();
  }

  /** The same on one line, in two columns. */
  String withoutOffice(Line line, String title) {
    return line.columns().size() == 2
            && title.equals(line.compact())
            && standsOverForm(line.columns().getFirst(), line.columns().getLast())
        ? line.columns().getLast()
        : title;
  }

  /** The head over a title that names its organ itself, or one with 文件. */
  boolean stands(Entry entry, Entry next) {
    String words = next.line().compact();
    int about =
        rules.phrases().any("prepositions").matcher(words).lookingAt() ? -1 : words.indexOf("关于");
    boolean named =
        about > 3
            && rules.organs().isName(words.substring(0, about))
            && !organs.isCommitteeOf(entry.line().compact(), words.substring(0, about));
    return (rules.phrases().any("file-heads").matcher(entry.line().compact()).matches()
            && !rules.phrases().any("gazette-issues").matcher(words).matches())
        || (named
            && entry.role() == Role.ORGAN
            && !organs.isBrokenWord(entry.line().compact(), words));
  }
}
