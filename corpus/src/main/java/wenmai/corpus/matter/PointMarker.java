package wenmai.corpus.matter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wenmai.corpus.text.ChineseNumeral;
import wenmai.corpus.text.Span;

/** The number before a point of a paper (层次序数): 一、 （一） 1. ① 第一，. */
final class PointMarker {
  private static final Pattern MARKER =
      Pattern.compile(
          "^(?:[一二三四五六七八九十]{1,3}[、.．]|[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[、.．](?![0-9])|[①②③④⑤⑥⑦⑧⑨⑩]|第[一二三四五六七八九十](?:[,，、]|[项件](?![,，、和至])))");

  private static final Pattern NUMBER = Pattern.compile("[一二三四五六七八九十]{1,3}|[0-9]{1,3}");

  /** How many levels there are, with the text that stands under none. */
  static final int LEVELS = 4;

  private PointMarker() {}

  /** 1 for 一、 2 for (一) 3 for 1. and the like at the start of a line; 0 for none. */
  static int level(Span sentence, PaperReading paper) {
    if (!paper.lineStartsAt(sentence.start())
        || !MARKER.matcher(sentence.in(paper.compact())).find()) {
      return 0;
    }
    char c = paper.compact().charAt(sentence.start());
    return c == '(' ? 2 : Character.isDigit(c) || "①②③④⑤⑥⑦⑧⑨⑩".indexOf(c) >= 0 ? 3 : 1;
  }

  /** The level of a paper's main points; 0 where it has none. */
  static int outermost(PaperReading paper) {
    return paper.sentences().stream()
        .mapToInt(sentence -> level(sentence, paper))
        .filter(level -> level > 0)
        .min()
        .orElse(0);
  }

  /** The numbers of the points under which a place stands, the outermost first. */
  static List<Integer> over(Span place, PaperReading paper) {
    int[] numbers = new int[LEVELS];
    for (Span sentence : paper.sentences()) {
      int level = sentence.start() < place.end() ? level(sentence, paper) : 0;
      if (level > 0) {
        Arrays.fill(numbers, level, LEVELS, 0);
        numbers[level] = number(sentence, paper.compact());
      }
    }
    return Arrays.stream(numbers).filter(it -> it > 0).boxed().toList();
  }

  /** What stands before a place under the same point. */
  static String before(Span place, PaperReading paper) {
    int start = place.start();
    for (Span sentence : paper.sentences()) {
      if (sentence.start() < place.end() && level(sentence, paper) > 0) {
        start = sentence.start();
      }
    }
    return paper.compact().substring(Math.min(start, place.start()), place.start());
  }

  /** The number before a point; 0 where it has none. */
  static int number(Span sentence, String words) {
    return numbers(words.substring(sentence.start(), behind(sentence, words)))
        .findFirst()
        .orElse(0);
  }

  /**
   * The numbers of the points of another paper that a sentence names: 关于审议意见第三条、第四条.
   *
   * @param naming how a point is named, its numbers in some group
   */
  static Set<Integer> named(String sentence, Pattern naming) {
    Set<Integer> named = new HashSet<>();
    Matcher matcher = naming.matcher(sentence);
    while (matcher.find()) {
      for (int i = 1; i <= matcher.groupCount(); i++) {
        if (matcher.group(i) != null) {
          numbers(matcher.group(i)).forEach(named::add);
        }
      }
    }
    return named;
  }

  private static IntStream numbers(String words) {
    return NUMBER
        .matcher(words)
        .results()
        .flatMapToInt(found -> ChineseNumeral.parse(found.group()).stream());
  }

  /** Where the words behind the number begin. */
  static int behind(Span sentence, String words) {
    Matcher marker = MARKER.matcher(words).region(sentence.start(), sentence.end());
    return marker.lookingAt() ? marker.end() : sentence.start();
  }
}
