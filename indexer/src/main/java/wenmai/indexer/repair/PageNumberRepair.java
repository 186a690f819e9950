package wenmai.indexer.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Repair;

/**
 * Takes page numbers out of running text (去除页码) and closes the sentence they stood in. A number
 * with dashes or 第…页 around it is one; a bare number only as one of a rising row of them.
 */
final class PageNumberRepair {
  private static final Pattern DECORATED =
      Pattern.compile(
          "[-—–·~] ?(\\d{1,4}) ?[-—–·~]|第 ?[\\[(]?(\\d{1,4})[\\])]? ?页(?: ?[,/]? ?共 ?\\d{1,4} ?页)?"
              + "|(\\d{1,4}) ?/ ?\\d{1,4} ?页?|Page (\\d{1,4})(?: of \\d{1,4})?");
  private static final Pattern BARE = Pattern.compile("(\\d{1,4})");

  /** A line that is a page number has no more characters. */
  private static final int LONGEST = 24;

  /** Three in a row, each one more than the last, are no chance. */
  private static final int ROW = 3;

  private static final String SENTENCE_END = "。！？；：…!?;:”』」)）";

  private final Folding folding;
  private final LineBreakRepair lineBreaks;

  PageNumberRepair(Folding folding, LineBreakRepair lineBreaks) {
    this.folding = folding;
    this.lineBreaks = lineBreaks;
  }

  List<Draft.Edit> of(String text) {
    if (!hasShortLineWithDigit(text)) {
      return List.of();
    }
    List<TextLine> lines = TextLine.of(text, folding);
    List<Integer> numbers = decorated(lines);
    if (numbers.isEmpty()) {
      numbers = rising(lines);
    }
    List<Draft.Edit> edits = new ArrayList<>();
    for (int index : numbers) {
      edits.add(cut(text, lines, index));
    }
    return merged(edits);
  }

  /** Of most texts no line can be a number, which is told without taking them apart. */
  private static boolean hasShortLineWithDigit(String text) {
    int visible = 0;
    boolean digit = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '\n') {
        if (digit && visible <= LONGEST) {
          return true;
        }
        visible = 0;
        digit = false;
      } else if (!TextLine.isBlank(c)) {
        visible++;
        digit |= (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
      }
    }
    return false;
  }

  private static List<Integer> decorated(List<TextLine> lines) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String words = lines.get(i).words();
      if (words.length() <= LONGEST && DECORATED.matcher(words).matches()) {
        found.add(i);
      }
    }
    return found;
  }

  /** Bare numbers that rise by one from line to line; a table of figures does not. */
  private static List<Integer> rising(List<TextLine> lines) {
    List<Integer> found = new ArrayList<>();
    int expected = -1;
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = BARE.matcher(lines.get(i).words());
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        if (expected >= 0 && number != expected) {
          return List.of();
        }
        if (!found.isEmpty() && i - found.getLast() < 5) {
          return List.of();
        }
        found.add(i);
        expected = number + 1;
      }
    }
    return found.size() >= ROW ? found : List.of();
  }

  private Draft.Edit cut(String text, List<TextLine> lines, int index) {
    int before = index - 1;
    while (before >= 0 && lines.get(before).isBlank()) {
      before--;
    }
    int after = index + 1;
    while (after < lines.size() && lines.get(after).isBlank()) {
      after++;
    }
    TextLine line = lines.get(index);
    if (before >= 0 && after < lines.size() && goesOn(text, lines.get(before), lines.get(after))) {
      return Draft.Edit.cut(
          trimmedEnd(text, lines.get(before)),
          trimmedStart(text, lines.get(after)),
          Repair.Reason.BOILERPLATE);
    }
    return Draft.Edit.cut(line.start(), line.next(text), Repair.Reason.BOILERPLATE);
  }

  /** A sentence was under way when the page ended: a long line without an end, then no new unit. */
  private boolean goesOn(String text, TextLine before, TextLine after) {
    char last = text.charAt(trimmedEnd(text, before) - 1);
    return before.words().length() >= 20
        && SENTENCE_END.indexOf(last) < 0
        && !lineBreaks.beginsUnit(after.words())
        && trimmedStart(text, after) == after.start();
  }

  private static int trimmedEnd(String text, TextLine line) {
    int end = line.end();
    while (end > line.start() + 1 && TextLine.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int trimmedStart(String text, TextLine line) {
    int start = line.start();
    while (start < line.end() && TextLine.isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static List<Draft.Edit> merged(List<Draft.Edit> edits) {
    List<Draft.Edit> out = new ArrayList<>();
    int end = 0;
    for (Draft.Edit edit : edits) {
      if (edit.span().start() >= end) {
        out.add(edit);
        end = edit.span().end();
      }
    }
    return out;
  }
}
