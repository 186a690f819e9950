package wenmai.corpus.citation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Characters;
import wenmai.corpus.text.SiftedPattern;

/**
 * A title as it is compared (题名键): width, script and compatibility forms folded, white space, marks
 * of quotation and 中华人民共和国 left out, 人民代表大会常务委员会 shortened, a version note such as （2018修正） or a
 * serial such as （第五号） cut off, and the issuing organ before 关于 or 对 left out, because papers are
 * cited with and without it. Documents of different organs may therefore share a key; {@link
 * #organOf} tells them apart.
 *
 * @param value not empty
 */
public record TitleKey(String value) {
  private static final Pattern MARKS = Pattern.compile("[\\s《》<>“”\"'‘’「」『』]++");
  private static final Pattern NOTE =
      Pattern.compile(
          "\\((?:(?:\\d{4}年?)?(?:修正|修订|修改|试行|暂行|第[〇一二三四五六七八九十]{1,3}次修[正订])(?:文本|版|本)?"
              + "|第?[\\d〇一二三四五六七八九十百]{1,5}号|\\d{4}年?)\\)$");

  /** 某市人民政府关于…, 某县人大常委会对…: what stands before 关于 is the issuer where it ends like an organ. */
  private static final SiftedPattern ISSUER =
      SiftedPattern.compile(
          "^((?!对)[\\p{IsHan}、()]{2,60}?(?:政府|常委会|代表大会|人大|委员会|办公厅|办公室|法院|检察院|监委|工委|财经委|法制委|办事处|主席团"
              + "|[厅局部院署委会组]|第[〇一二三四五六七八九十]{1,4}次会议))(?=关于|对)");

  /** 对县人民政府|关于…工作情况报告的审议意见: whose report it is, which papers leave out as well. */
  private static final Pattern TOWARDS =
      Pattern.compile("^对\\p{IsHan}{0,14}?(?:政府|法院|检察院|监委|委员会|局)(?=关于)");

  /** …审查结果的报告 and …审查结果报告 are one title, and so are …收支的审计工作报告 and …收支审计工作报告. */
  private static final Pattern PAPER =
      Pattern.compile(
          "的(?<=[\\p{IsHan})]的)(?=\\p{IsHan}{0,6}(?:报告|决议|决定|意见|说明|议案|建议|答复|通知|函|办法|规定)$)");

  /** Papers are cited with 关于 and without it. */
  private static final Pattern ABOUT = Pattern.compile("^关于(?=.{8})");

  private static final String STATE = "中华人民共和国";

  public static TitleKey of(String title) {
    String folded = folded(title);
    String cut = NOTE.matcher(folded).replaceAll("");
    String bare = cut.startsWith(STATE) ? cut.substring(STATE.length()) : cut;
    Matcher issuer = ISSUER.pattern().matcher(bare);
    String plain = ISSUER.mayBeIn(bare) && issuer.lookingAt() ? bare.substring(issuer.end()) : bare;
    String about = TOWARDS.matcher(plain).replaceFirst("");
    String key = ABOUT.matcher(PAPER.matcher(about).replaceAll("")).replaceFirst("");
    return new TitleKey(key.isEmpty() ? folded.isEmpty() ? title : folded : key);
  }

  /** Whether two titles have the same words, the organ and the note at the end among them. */
  static boolean sameWords(String one, String other) {
    String a = folded(one).replace(STATE, "");
    return a.equals(folded(other).replace(STATE, ""));
  }

  /** The organ that a title names before 关于 or 对, as written there without marks. */
  public static Optional<String> organOf(String title) {
    Matcher issuer = ISSUER.pattern().matcher(folded(title));
    return issuer.lookingAt() ? Optional.of(issuer.group(1)) : Optional.empty();
  }

  /** Whether two names may be of one organ: one is the other, shortened or with its region. */
  public static boolean sameOrgan(String one, String other) {
    String a = folded(one).replace(STATE, "");
    String b = folded(other).replace(STATE, "");
    return a.endsWith(b) || b.endsWith(a);
  }

  /**
   * Width, script and compatibility forms folded, white space and marks of quotation left out,
   * 人民代表大会常务委员会 shortened; the rest as it is.
   */
  public static String folded(String title) {
    String compatible =
        Normalizer.isNormalized(title, Normalizer.Form.NFKC)
            ? title
            : Normalizer.normalize(title, Normalizer.Form.NFKC);
    return MARKS
        .matcher(Characters.fold(compatible))
        .replaceAll("")
        .replace("人民代表大会常务委员会", "人大常委会")
        .replace("人大常务委员会", "人大常委会")
        .replace("常务委员会", "常委会");
  }
}
