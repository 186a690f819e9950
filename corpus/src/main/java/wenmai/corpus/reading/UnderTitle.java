package wenmai.corpus.reading;

import java.util.regex.Pattern;

/** What the line under a title looks like that says on what occasion a paper was read (题下说明). */
final class UnderTitle {
  private static final Pattern PRESENTED =
      Pattern.compile(
          "(?:[—-]{1,3}|\\()?.{0,30}在.{2,60}(?:会议|大会|会|座谈会|仪式|开幕式|闭幕式)上(?:的.{1,12}|[,]?"
              + NoteLines.DAY
              + ")?\\)?(?:\\("
              + NoteLines.DAY
              + "\\))?"
              + "|\\([^()]*[12][0-9]{3}年[^()]{2,60}(?:会议|大会)[^()]{0,8}\\)"
              + "|\\([^()。;]{4,50}(?:会议|大会)[,]?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日\\)"
              + "|\\((?:书面|口头)[^()]{0,40}\\)");

  /** 州人大常委会提请大会审议 under the title of a draft. */
  private static final Pattern SUBMITTED =
      Pattern.compile(
          "[(]?(?:由)?[\\u4e00-\\u9fff]{3,24}(?:政府|委员会|常委会|主任会议|主席团|法院|检察院)(?:[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)?(?:提请|提交)[\\u4e00-\\u9fff]{0,30}审议(?:稿|文本)?[)]?"
              + "|[(](?:提请|提交|提供|供)[^()。]{4,40}(?:审议|审查|会议)(?:的(?:文件|材料))?[)]");

  /** 2023年2月24日　县第十六届人大常委会第十二次会议: a day and a meeting, and nothing said of them. */
  private static final Pattern MEETING_DAY =
      Pattern.compile(
          "[—-]{0,3}\\(?"
              + NoteLines.DAY
              + "[,]?[^。:;,《]{2,40}(?:次会议|大会|会议|全会)(?:审议|听取|讨论|提请|\\(书面\\)|书面)?\\)?"
              + "|[—-]{1,3}[\\u4e00-\\u9fff0-9]{4,40}(?:会议|大会)\\("
              + NoteLines.DAY
              + "\\)");

  /** （2024年5月16日，根据录音整理）: a bracket that begins with a day. */
  private static final Pattern DAY_BRACKET =
      Pattern.compile("\\(" + NoteLines.DAY + "(?:[^()。]{0,30}|[^()]{0,90}整理[^()]{0,20})\\)");

  /** 2024.2.5 下午3点 政府二号楼 under the title of a speech. */
  private static final Pattern DAY_AND_PLACE =
      Pattern.compile(
          NoteLines.DAY
              + "[,]?(?:[上下中]午|晚上?)(?:[0-9]{1,2}(?:[:点时][0-9]{0,2}分?))?[,]?[^。:;,《》]{0,16}");

  private static final Pattern CONGRESS = Pattern.compile("人民代表大会|人大|常委会");

  private UnderTitle() {}

  private static boolean isOpenBracket(String compact) {
    return compact.startsWith("(") && compact.indexOf(')') < 0;
  }

  /**
   * ——2023年6月30日在…会议上, also when the line is broken within.
   *
   * @param words folded, without blanks
   * @param former what stands before it
   */
  static boolean tellsOccasion(String words, Head.Entry former) {
    String compact = words.replace('〔', '(').replace('〕', ')');
    if (PRESENTED.matcher(compact).matches()
        || SUBMITTED.matcher(compact).matches()
        || MEETING_DAY.matcher(compact).matches()
        || DAY_BRACKET.matcher(compact).matches()
        || DAY_AND_PLACE.matcher(compact).matches()) {
      return true;
    }
    boolean goesOn = former.role() == Role.PRESENTED && !former.line().compact().matches(".*[上)]$");
    return goesOn
        ? compact.matches(".{0,24}(?:上\\)?|会议\\))")
        : (compact.startsWith("—") || isOpenBracket(compact))
            && DayReader.first(compact).isPresent()
            && (compact.contains("在")
                || (isOpenBracket(compact) && CONGRESS.matcher(compact).find()));
  }
}
