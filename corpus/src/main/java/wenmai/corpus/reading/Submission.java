package wenmai.corpus.reading;

import java.util.regex.Pattern;

/**
 * Tells by the words around a session's name whether a report, an explanation or a bill is put
 * before it (提请审议), and not merely speaks of it.
 */
final class Submission {
  /** （县十八届人大四次会议秘书处印　会后收回）. */
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(][\\u4e00-\\u9fff]{0,10}$");

  private final Phrases phrases;

  Submission(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * @param before what stands before the session, folded and without blanks
   * @param after what stands behind it, without titles in 《》
   */
  boolean isTold(String before, String after) {
    return (OPEN_BRACKET.matcher(before).find()
            && phrases.any("by-secretariat").matcher(after).lookingAt())
        || (phrases.any("submitted-to").matcher(before).find()
            && phrases.any("for-deliberation").matcher(after).find())
        || (phrases.any("suggested-to").matcher(before).find()
            && phrases.any("for-voting").matcher(after).find())
        || (phrases.any("reported-to").matcher(before).find()
            && !phrases.any("reported-before").matcher(before).find()
            && phrases.any("reported-as-follows").matcher(after).find())
        || (phrases.any("this-paper-is").matcher(before).find()
            && phrases.any("a-draft-of").matcher(after).find())
        || (phrases.any("arranged-by").matcher(before).find()
            && phrases.any("arrangement").matcher(after).find());
  }
}
