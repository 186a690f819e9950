package wenmai.corpus.reading;

import java.util.regex.Matcher;

/** By which lines a heading ends and the body of a paper begins (正文起始). */
final class BodyStart {
  private final ReadingRules rules;

  BodyStart(ReadingRules rules) {
    this.rules = rules;
  }

  /** The first line of a paragraph whose lines are broken. */
  boolean opensSentence(Line line) {
    return rules.phrases().any("sentence-begins").matcher(line.compact()).find()
        && !rules.kinds().isComplete(line.compact());
  }

  boolean beginsBody(Line line) {
    String compact = line.compact();
    if (!line.isShort()
        || compact.endsWith("。")
        || compact.endsWith(";")
        || compact.contains("。")) {
      return true;
    }
    return rules.phrases().any("body-begins").matcher(compact).lookingAt();
  }

  /** 某市第八届人民代表大会第四次会议听取和审议了: what a session did is the paper's first sentence. */
  boolean tellsOfSession(Line line) {
    Matcher session = rules.phrases().any("session-tells").matcher(line.compact());
    return session.lookingAt()
        && rules.phrases().any("session-deeds").matcher(session.group("deed")).lookingAt()
        && !rules.kinds().isComplete(line.compact());
  }
}
