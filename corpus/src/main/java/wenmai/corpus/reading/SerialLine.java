package wenmai.corpus.reading;

import java.util.List;

/**
 * Tells the line of a heading that gives a serial and no more (编号行): 第12号, 建议号　第86号, 代表建议（第158号）.
 */
final class SerialLine {
  private final Phrases phrases;

  SerialLine(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The head of an announcement with its serial. */
  boolean isOfAnnouncement(Line line) {
    return phrases.any("serials-of-announcements").matcher(line.compact()).matches();
  }

  /** Also beside the session: 某市第三次会议　　　　第63号. */
  boolean is(Line line) {
    List<String> columns = line.columns();
    return phrases.any("serial-lines").matcher(line.compact()).matches()
        || (columns.size() == 2
            && phrases.any("over-serials").matcher(columns.getFirst()).find()
            && phrases.any("serial-lines").matcher(columns.getLast()).matches());
  }
}
