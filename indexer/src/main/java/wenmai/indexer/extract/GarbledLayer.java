package wenmai.indexer.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text layers of garbage (乱码文字层): fonts without a way back to characters give signs at random. */
final class GarbledLayer {
  private static final int CHINESE_TO_JUDGE = 20;
  private static final double GARBAGE = 0.12;

  /** Fewer Latin signs may be anything: a formula, a number of a paper, an address. */
  private static final int LATIN_TO_JUDGE = 80;

  /**
   * Of the steps from sign to sign within words, so many are strange where signs come at random.
   */
  private static final double STRANGE_STEPS = 0.35;

  /** Signs at random make few words and numbers. */
  private static final double MOST_IN_WORDS = 0.25;

  /** In a text, rare characters and names included, at least so much is common. */
  private static final double MOST_OF_A_TEXT = 0.4;

  private static final int LETTERS_OF_A_CODE = 8;

  private static final Pattern RUN = Pattern.compile("[!-~]+");
  private static final Pattern WORD_OR_NUMBER =
      Pattern.compile(
          "[(\"'\\[]*+(?:[A-Za-z]?[a-z]++|[A-Z]++)(?:[-'/][A-Za-z]++)*+[.,;:!?)\\]\"'%]*+"
              + "|[-+(]?\\d[\\d,.:/%-]*+\\)?[.,;]?");

  /** Letters of one case and figures in groups: of a firm, a licence, a model, a part. */
  private static final Pattern CODE =
      Pattern.compile(
          "[(\\[]?(?:[A-Z0-9]++(?:[-/._:*][A-Z0-9]++)*+|[a-z0-9]++(?:[-/._:*][a-z0-9]++)*+)"
              + "[)\\]]?[.,;:]?");

  /** What OCR makes of a page still has so many of the pairs of letters that stand there. */
  private static final double MISREAD = 0.4;

  /** Signs that stand within addresses, numbers and words. */
  private static final String INNER_SIGNS = "-'/.,:&@_%()+";

  private final CommonCharacters common;

  GarbledLayer(CommonCharacters common) {
    this.common = common;
  }

  /** Whether a text is mostly of signs that no Chinese text holds. */
  boolean is(CharSequence text) {
    long wide = text.chars().filter(c -> c >= 0x80).count();
    return wide >= CHINESE_TO_JUDGE
        && wide * 3 >= text.length()
        && common.plausibility(text) < GARBAGE
        && isChineseOrBroken(text);
  }

  private static boolean isChineseOrBroken(CharSequence text) {
    long suspect =
        text.chars()
            .filter(c ->
                Character.isIdeographic(c)
                    || c == 0xFFFD
                    || (c >= 0xE000 && c <= 0xF8FF)
                    || c < 0x20
                    || (c >= 0x80 && c < 0xA0))
            .count();
    return suspect * 2 >= text.length();
  }

  /**
   * Whether a text is of Latin signs that follow each other as by chance: no words, no numbers,
   * codes, case and signs mixed. It may be a program all the same, so what the page shows has the
   * last word.
   */
  static boolean mayBeLatinJunk(CharSequence text) {
    long visible = text.chars().filter(c -> !Character.isWhitespace(c)).count();
    Matcher run = RUN.matcher(text);
    int latin = 0;
    int inWords = 0;
    int steps = 0;
    int strange = 0;
    while (run.find()) {
      String signs = run.group();
      latin += signs.length();
      inWords += isWordOrCode(signs) ? signs.length() : 0;
      steps += signs.length() - 1;
      for (int i = 1; i < signs.length(); i++) {
        strange += isStrange(signs, i) ? 1 : 0;
      }
    }
    return latin >= LATIN_TO_JUDGE
        && latin * 3L >= visible * 2
        && strange >= steps * STRANGE_STEPS
        && inWords <= latin * MOST_IN_WORDS;
  }

  private static boolean isWordOrCode(String signs) {
    return WORD_OR_NUMBER.matcher(signs).matches() || CODE.matcher(signs).matches();
  }

  private static boolean isStrange(String run, int index) {
    char before = run.charAt(index - 1);
    char after = run.charAt(index);
    boolean signBefore = !Character.isLetterOrDigit(before);
    boolean signAfter = !Character.isLetterOrDigit(after);
    if (signBefore && signAfter) {
      return before != after;
    }
    if (signBefore || signAfter) {
      boolean atEdge = signBefore ? index == 1 : index == run.length() - 1;
      return !atEdge && INNER_SIGNS.indexOf(signBefore ? before : after) < 0;
    }
    if (Character.isDigit(before) || Character.isDigit(after)) {
      return Character.isDigit(before) != Character.isDigit(after);
    }
    return Character.isUpperCase(before)
        ? Character.isLowerCase(after) && index > 1
        : Character.isUpperCase(after);
  }

  /**
   * Whether most of a text is neither common Chinese nor words and numbers, as what a machine makes
   * of specks and rules is. Of a page that is a picture, what it shows has the last word.
   */
  boolean isMostlyNoWords(CharSequence text) {
    Matcher run = RUN.matcher(text);
    long told = text.chars().filter(c -> c >= 0x80 && (common.has(c) || isPunctuation(c))).count();
    while (run.find()) {
      told += isTold(run.group()) ? run.group().length() : 0;
    }
    long visible =
        text.chars().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)).count();
    return told < visible * MOST_OF_A_TEXT;
  }

  /** Codes that are long enough; a machine makes short ones of specks. */
  private static boolean isTold(String signs) {
    return WORD_OR_NUMBER.matcher(signs).matches()
        || (signs.length() >= LETTERS_OF_A_CODE && CODE.matcher(signs).matches());
  }

  /**
   * Whether a layer has what OCR read of the Chinese on its page: then it is right, and in what is
   * not Chinese it is right to the letter.
   */
  static boolean tells(String layer, String read) {
    int pairs = 0;
    int told = 0;
    for (int i = 1; i < read.length(); i++) {
      if (Character.isIdeographic(read.charAt(i - 1)) && Character.isIdeographic(read.charAt(i))) {
        pairs++;
        told += layer.contains(read.substring(i - 1, i + 1)) ? 1 : 0;
      }
    }
    return pairs > 0 && told >= pairs * MISREAD;
  }

  private static boolean isPunctuation(int c) {
    return "，。、；：？！“”《》（）〔〕".indexOf(c) >= 0;
  }

  /** Whether a text is Chinese, though it may quote a good deal of Latin. */
  static boolean isChinese(String text) {
    long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
    return text.codePoints().filter(Character::isIdeographic).count() * 4 >= Math.max(1, letters);
  }
}
