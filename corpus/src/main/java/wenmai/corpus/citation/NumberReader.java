package wenmai.corpus.citation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;
import wenmai.corpus.text.Numeral;

/**
 * Reads a 发文字号 in every bracket and spacing: 平人常发〔2022〕12号, [2022], (2022), 【2022】第12号, with
 * full-width or Chinese digits and lines broken inside.
 */
final class NumberReader {
  /** What the official form takes, in which records keep it. */
  private static final int HIGHEST_SERIAL = 999_999;

  /** 机关代字 have two to eight characters; the longest joint ones some fifteen. */
  private static final int LONGEST_CODE = 16;

  /** What the part of a 机关代字 behind the place begins with. */
  private static final String ORGANS = "府政人办委党发函规常议财";

  private static final int EARLIEST_YEAR = 1949;
  private static final int LATEST_YEAR = 2100;

  /** A code this long is not the end of another by chance. */
  private static final int TELLING_CODE = 4;

  private final CompactText text;
  private final WordTrie<Boolean> breaks;

  /** The 机关代字 of the text as they stand, words that run on into them included. */
  private final Set<String> codes;

  /**
   * @param breaks words that may stand before a 机关代字 without a mark between (根据, 贵会) and are no
   *     part of it; with false what is no code by itself either (特急)
   */
  NumberReader(CompactText text, WordTrie<Boolean> breaks) {
    this.text = text;
    this.breaks = breaks;
    this.codes = codes();
  }

  private Set<String> codes() {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < text.length(); i++) {
      if (opens(text.at(i)) && isYear(Numeral.at(text, i + 1))) {
        int start = codeStart(i, 0);
        if (i - start >= TELLING_CODE) {
          found.add(text.slice(start, i));
        }
      }
    }
    return found;
  }

  private boolean isYear(Numeral year) {
    return year.exists()
        && year.value() >= EARLIEST_YEAR
        && year.value() <= LATEST_YEAR
        && closes(text.at(year.end()));
  }

  /**
   * A number with its place.
   *
   * @param start the first character of the issuer's code
   */
  record Found(int start, int end, DocumentNumber number) {}

  static boolean opens(char c) {
    return c == '〔' || c == '[' || c == '(';
  }

  /** The number whose year's bracket opens here; its code does not reach before {@code floor}. */
  Optional<Found> at(int bracket, int floor) {
    Numeral year = Numeral.at(text, bracket + 1);
    if (!isYear(year)) {
      return Optional.empty();
    }
    int at = year.end() + 1;
    int start = afterWords(codeStart(bracket, floor), bracket);
    int code = bracket - start < 2 ? codeEnd(at) : at;
    if (code > at) {
      return yearFirst(bracket, year.value(), at, code);
    }
    if (text.at(at) == '第') {
      at++;
    }
    Numeral serial = Numeral.at(text, at);
    if (!serial.exists() || serial.value() == 0 || text.at(serial.end()) != '号') {
      return Optional.empty();
    }
    if (bracket - start < 2 || serial.value() > HIGHEST_SERIAL || isUrgency(bracket, floor)) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            start,
            serial.end() + 1,
            new DocumentNumber(text.slice(start, bracket), year.value(), serial.value())));
  }

  /** 特急〔2023〕5号 is nobody's number. */
  private boolean isUrgency(int bracket, int floor) {
    return breaks.endingAt(text, bracket, floor).filter(word -> !word.value()).isPresent();
  }

  /** 〔2024〕沅人督字第5号: the code stands behind the year. */
  private Optional<Found> yearFirst(int bracket, int year, int from, int to) {
    return serial(to)
        .map(found ->
            new Found(
                bracket,
                found.end(),
                new DocumentNumber(text.slice(from, to), year, found.number().serial())));
  }

  /** The end of a code that begins here and is followed by 第; where none is, the beginning. */
  private int codeEnd(int from) {
    int at = from;
    while (at - from < LONGEST_CODE && text.at(at) != '第' && Character.isIdeographic(text.at(at))) {
      at++;
    }
    return at - from >= 2 && text.at(at) == '第' ? at : from;
  }

  /** A serial alone that stands here: 第2号. */
  Optional<Found> serial(int start) {
    if (text.at(start) != '第') {
      return Optional.empty();
    }
    Numeral serial = Numeral.at(text, start + 1);
    return serial.exists()
            && serial.value() > 0
            && serial.value() <= HIGHEST_SERIAL
            && text.at(serial.end()) == '号'
        ? Optional.of(new Found(start, serial.end() + 1, DocumentNumber.serial(serial.value())))
        : Optional.empty();
  }

  private static boolean closes(char c) {
    return c == '〕' || c == ']' || c == ')';
  }

  /**
   * 曾形成望人常发〔2023〕19号: a code that stands elsewhere in the text by itself (perhaps the paper's own)
   * ends the words before it, whatever they are.
   */
  private int afterWords(int start, int bracket) {
    for (int at = bracket - TELLING_CODE; at > start; at--) {
      if (codes.contains(text.slice(at, bracket))) {
        return at;
      }
    }
    return start;
  }

  private int codeStart(int bracket, int floor) {
    int start = innerBracket(bracket, floor);
    while (start > floor
        && bracket - start < LONGEST_CODE
        && mayBelong(text.at(start - 1))
        && !startsLine(start, bracket)) {
      start--;
    }
    for (int i = start; i < bracket; ) {
      Optional<WordTrie.Match<Boolean>> word = breaks.at(text, i);
      if (word.isPresent() && isBreak(i, word.get().end(), bracket)) {
        i = word.get().end();
        start = i;
      } else {
        i++;
      }
    }
    return start;
  }

  /** Where 国办发（明电）〔2020〕1号 opens the bracket within its code; the given place where none is. */
  private int innerBracket(int bracket, int floor) {
    if (text.at(bracket - 1) != ')') {
      return bracket;
    }
    for (int i = bracket - 2; i > floor && i >= bracket - 6; i--) {
      if (text.at(i) == '(') {
        return bracket - i > 2 ? i : bracket;
      }
      if (!Character.isIdeographic(text.at(i))) {
        return bracket;
      }
    }
    return bracket;
  }

  /** A line begins here; only a code that is still too short was broken by a mere line end. */
  private boolean startsLine(int start, int bracket) {
    Gap gap = start < bracket ? text.gapBefore(start) : Gap.NONE;
    return gap == Gap.PARAGRAPH || (gap == Gap.LINE && bracket - start >= 3);
  }

  /**
   * A word alone before a code ends there: 自汀政发 is 自 and 汀政发. Where what is left begins like an
   * organ and not like a place, the character is the place itself: 自府发, 和政办.
   */
  private boolean isBreak(int start, int end, int bracket) {
    int left = bracket - end;
    boolean single = end - start == 1;
    return left >= 2 && !(single && (left < 3 || ORGANS.indexOf(text.at(end)) >= 0));
  }

  private static boolean mayBelong(char c) {
    return Character.isIdeographic(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
