package wenmai.corpus.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By which lines a heading ends and the body of a paper begins (正文起始). */
final class BodyStart {
  /** How the first line of a paragraph begins whose lines are broken. */
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:《[^《》]{2,80}》(?:已|经|于|是)|经[^。]{4,}|为了?[^。]{6,}|根据[^。]{4,}|依照|按照|现将|会议(?:听取|审议|认为|决定)|.{12,},.{4,})");

  private static final Pattern BODY_START =
      Pattern.compile("(?:第[一1](?:编|章|节|条|部分)|[一1][、.]|[(][一1][)]|目录$|目次$|各位|同志们|序言$|总则$|第一[,、])");

  private static final Pattern SESSION_DID =
      Pattern.compile(
          "(?:(?!关于)[^。,《]){0,20}届(?:(?!关于)[^。,《]){2,16}次(?:全体)?会议(?:于[^。,《]{4,14}[日午])?"
              + "(?<deed>(?:(?!关于)[^。,《]){2,24}[了《,])");

  private final ReadingRules rules;

  BodyStart(ReadingRules rules) {
    this.rules = rules;
  }

  /** The first line of a paragraph whose lines are broken. */
  boolean opensSentence(Line line) {
    return OPENING.matcher(line.compact()).find() && !rules.kinds().isComplete(line.compact());
  }

  static boolean beginsBody(Line line) {
    String compact = line.compact();
    if (!line.isShort()
        || compact.endsWith("。")
        || compact.endsWith(";")
        || compact.contains("。")) {
      return true;
    }
    return BODY_START.matcher(compact).lookingAt();
  }

  /** 某市第八届人民代表大会第四次会议听取和审议了: what a session did is the paper's first sentence. */
  boolean tellsOfSession(Line line) {
    Matcher session = SESSION_DID.matcher(line.compact());
    return session.lookingAt()
        && rules.phrases().any("session-deeds").matcher(session.group("deed")).lookingAt()
        && !rules.kinds().isComplete(line.compact());
  }
}
