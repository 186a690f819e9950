package wenmai.corpus.version;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.text.Characters;

/**
 * A text as two versions are compared: layout, width, script and spellings of marks left out of
 * account, with the way back to what is printed. Not compared: white space, 、 between two titles in
 * 《》, and the form of quotation marks.
 */
final class ComparedText {
  private final String printed;
  private final List<String> letters = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  ComparedText(String printed) {
    this.printed = printed;
    int at = 0;
    while (at < printed.length()) {
      int codePoint = printed.codePointAt(at);
      int width = Character.charCount(codePoint);
      if (!isLayout(at, codePoint)) {
        letters.add(folded(codePoint));
        starts.add(at);
      }
      at += width;
    }
  }

  private boolean isLayout(int at, int codePoint) {
    if (codePoint <= Character.MAX_VALUE && Characters.isSpace((char) codePoint)) {
      return true;
    }
    return codePoint == '、'
        && at > 0
        && at + 1 < printed.length()
        && printed.charAt(at - 1) == '》'
        && printed.charAt(at + 1) == '《';
  }

  private static String folded(int codePoint) {
    if (codePoint > Character.MAX_VALUE) {
      return Character.toString(codePoint);
    }
    char c = Characters.fold((char) codePoint);
    return switch (c) {
      case '“', '”', '「', '」', '『', '』', '＂', '‘', '’', '\'' -> "\"";
      case '∶', '︰', '﹕' -> ":";
      case '﹔' -> ";";
      case '﹖' -> "?";
      case '﹗' -> "!";
      case '．' -> ".";
      default -> String.valueOf(c);
    };
  }

  /** What is compared, one string for each character. */
  List<String> letters() {
    return letters;
  }

  String joined() {
    return String.join("", letters);
  }

  /**
   * The printed characters from one compared one to another, what is not compared between them too.
   */
  String printed(int from, int to) {
    if (from >= to) {
      return "";
    }
    int end = to < starts.size() ? starts.get(to) : printed.length();
    return printed.substring(starts.get(from), end);
  }
}
