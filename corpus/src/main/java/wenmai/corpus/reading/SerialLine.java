package wenmai.corpus.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the line of a heading that gives a serial and no more (编号行): 第12号, 建议号　第86号, 代表建议（第158号）.
 */
final class SerialLine {
  private static final Pattern SERIAL_LINE =
      Pattern.compile(
          "(?:(?:[(〔\\[【][^()〕\\]】]{1,14}[)〕\\]】])?[(〔\\[【]?(?:[12][0-9]{3}年)?(?:[一二三四五六七八九十]{1,3}届)?第[0-9〇零一二三四五六七八九十百]{1,5}号[)〕\\]】]?"
              + "(?:(?:类别|类型|分类|案别|领衔|领衔代表|领衔人|提出人|代表团)[:].{1,30}|\\([^()]{2,12}类\\))?"
              + "|(?:\\([^()]{4,30}(?:会议|大会)\\))?[|]?(?:[\\u4e00-\\u9fff]{0,4}编号|案号|议案号|提案号|建议号)[:|]?第?[0-9]{1,5}号?.{0,20}"
              + "|(?:(?!关于|对)[^《]){0,24}第[0-9]{1,5}号(?:代表)?(?:建议|议案)"
              + "|(?:(?!关于|对)[^《]){0,24}(?<=^|会议|大会|人大|[省市县区州旗盟乡镇])(?:人大)?代表(?:建议|议案)\\((?:编号:?)?第?[0-9]{1,5}号\\)"
              + "|(?:(?!关于|对)[^《]){0,24}(?<=会议|大会|人大)代表(?:建议|议案)第[0-9]{1,5}号"
              + "|(?!关于|对)(?:代表)?(?:建议|议案)第[0-9]{1,5}号)");

  /** A session, or the printed head of a deputies' form. */
  private static final Pattern OVER_SERIAL =
      Pattern.compile("届[^关于《]{1,14}次会议$|代表(?:建议|议案)(?:、批评和意见)?$");

  /** …第三次会议主席团公告第2号, below the title of what is announced. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?!关于|对)[^《。,]{0,40}(?:人民代表大会|人大|委员会|常委会|会议|主席团)[公通]告\\(?第[0-9〇零一二三四五六七八九十]{1,4}号\\)?");

  private SerialLine() {}

  /** The head of an announcement with its serial. */
  static boolean isOfAnnouncement(Line line) {
    return ANNOUNCEMENT.matcher(line.compact()).matches();
  }

  /** Also beside the session: 某市第三次会议　　　　第63号. */
  static boolean is(Line line) {
    List<String> columns = line.columns();
    return SERIAL_LINE.matcher(line.compact()).matches()
        || (columns.size() == 2
            && OVER_SERIAL.matcher(columns.getFirst()).find()
            && SERIAL_LINE.matcher(columns.getLast()).matches());
  }
}
