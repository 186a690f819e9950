package wenmai.corpus.reading;

import java.util.regex.Pattern;

/**
 * Tells by the words around a session's name whether a report, an explanation or a bill is put
 * before it (提请审议), and not merely speaks of it.
 */
final class Submission {
  /** …报告如下，提请区第六届人大常委会第十四次会议审议: the report is before that meeting. */
  private static final Pattern SUBMITTED =
      Pattern.compile("(?:提请|提交|报请|请|此件供|情况报告)[\\u4e00-\\u9fff]{0,10}$");

  /** 建议提请市十五届人大常委会本次（第八次）会议表决通过. */
  private static final Pattern SUGGESTED =
      Pattern.compile("建议(?:依法)?(?:提请|提交)[\\u4e00-\\u9fff]{0,10}$");

  private static final Pattern FOR_VOTING =
      Pattern.compile("^(?:审议)?(?:表决|通过)|^(?:进行)?(?:初次|继续|第?[一二三]次)?审议[。,;]");

  /** （县十八届人大四次会议秘书处印　会后收回）. */
  private static final Pattern OPEN_BRACKET = Pattern.compile("[(][\\u4e00-\\u9fff]{0,10}$");

  private static final Pattern SECRETARIAT = Pattern.compile("秘书处(?:编)?印");

  private static final Pattern FOR_DELIBERATION =
      Pattern.compile("^(?:,?请?予以?)?(?:审议|审查|审查批准)(?:[。,;()〕\\]】]|批准|$)|^(?:决定)?(?:任命|免去|任免)");

  /** 根据…第十八次会议安排，我代表县人民政府报告: the report is before the meeting that arranged for it. */
  private static final Pattern ARRANGED = Pattern.compile("(?:根据|按照|依照)[\\u4e00-\\u9fff]{0,6}$");

  private static final Pattern ARRANGEMENT =
      Pattern.compile("^(?:的)?(?:议题|统一)?(?:安排|议程)[^。]{0,12}(?:我|受|现)");

  /** 现将审查结果向区十八届人大常委会第二十三次会议报告如下. */
  private static final Pattern REPORTED =
      Pattern.compile("(?:(?:现|就|将)[^。;]{0,40}|^|[。;]|[,;]我|委托,)向[\\u4e00-\\u9fff]{0,16}$");

  private static final Pattern AS_FOLLOWS =
      Pattern.compile(
          "^(?:再次|继续|书面|口头|专题)?(?:作)?(?:如下)?(?:报告|汇报|说明)(?:(?:如下)?[:。,]|[12][0-9]{3}年|(?:本|全)[省市县区])");

  /** 去年6月，我向…第九次会议报告…后: what was reported before. */
  private static final Pattern BEFORE_NOW =
      Pattern.compile(
          "(?:去年|前年|上年|今年[0-9]{1,2}月|此前|之前|前期|曾|上次|[0-9]年[0-9]{1,2}月|[0-9]{1,2}月[0-9]{1,2}日)[^。;:()]{0,24}$");

  /** （本报告为市十七届人大常委会第十一次会议审议稿）. */
  private static final Pattern THIS_PAPER =
      Pattern.compile("(?:本|此)(?:报告|稿|件|说明|文)(?:为|系|是)[\\u4e00-\\u9fff]{0,10}$");

  private static final Pattern DRAFT_OF =
      Pattern.compile("^(?:的)?(?:(?:审议|审查|讨论|送审|书面报告)(?:稿|材料)|(?:书面)?(?:文件|材料)|审议)");

  private Submission() {}

  /**
   * @param before what stands before the session, folded and without blanks
   * @param after what stands behind it, without titles in 《》
   */
  static boolean isTold(String before, String after) {
    return (OPEN_BRACKET.matcher(before).find() && SECRETARIAT.matcher(after).lookingAt())
        || (SUBMITTED.matcher(before).find() && FOR_DELIBERATION.matcher(after).find())
        || (SUGGESTED.matcher(before).find() && FOR_VOTING.matcher(after).find())
        || (REPORTED.matcher(before).find()
            && !BEFORE_NOW.matcher(before).find()
            && AS_FOLLOWS.matcher(after).find())
        || (THIS_PAPER.matcher(before).find() && DRAFT_OF.matcher(after).find())
        || (ARRANGED.matcher(before).find() && ARRANGEMENT.matcher(after).find());
  }
}
