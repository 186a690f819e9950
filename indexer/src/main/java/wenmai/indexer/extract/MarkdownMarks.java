package wenmai.indexer.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Marks what in a Markdown text is no word of the paper (标记): the head of settings between lines of
 * {@code ---}, comments, and the signs for headings, quotations, emphasis, links and code. A single
 * {@code *} stays: it may stand for a masked name.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark 0.31.2</a>
 */
final class MarkdownMarks {
  /** A head of settings is short; a longer one is a text between two rules. */
  private static final int HEAD_CHARACTERS = 16_384;

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A---[ \\t]*\\n(?:(?:[\\w.-]{1,40}:.*|[ \\t#-].*)?\\n){0,200}?(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)");

  private static final Pattern LINK =
      Pattern.compile(
          "!?\\[(?<words>[^\\[\\]\\n]{0,120}+)\\]\\((?:https?:|[./#]|mailto:)[^()\\n]{0,300}+\\)");

  /** At the beginning of a line, behind at most three blanks, one of {@link #OPENING}. */
  private static final List<Pattern> LINE_SIGNS =
      List.of(
          Pattern.compile("[ ]{0,3}(?:#{1,6}[ \\t]++|>[ \\t]?+)"),
          Pattern.compile("[ ]{0,3}(?:```|~~~)[^\\n]{0,40}\\n"),
          Pattern.compile("[ ]{0,3}(?:\\*[ ]?){3,40}\\n"));

  private static final String OPENING = "#>`~*";
  private static final int DEEPEST = 3;

  /** Of the ends of lines that Unicode knows, all but the usual one. */
  private static final String RARE_ENDS = "\r\u0085\u2028\u2029";

  private static final List<String> PAIRS = List.of("**", "__");
  private static final String ESCAPED = "\\`*_{}[]()#+.!|<>~-";

  private MarkdownMarks() {}

  static RawText of(String text) {
    BitSet gone = new BitSet(text.length());
    Matcher head = HEAD.matcher(text).region(0, Math.min(text.length(), HEAD_CHARACTERS));
    if (head.find()) {
      gone.set(0, head.end());
    }
    for (int start = text.indexOf("<!--"); start >= 0; ) {
      int end = text.indexOf("-->", start + 4);
      if (end < 0) {
        break;
      }
      boolean alone = end + 3 < text.length() && text.charAt(end + 3) == '\n';
      gone.set(start, alone ? end + 4 : end + 3);
      start = text.indexOf("<!--", end);
    }
    links(text, gone);
    lineSigns(text, gone);
    for (String pair : PAIRS) {
      for (int at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 2)) {
        gone.set(at, at + 2);
      }
    }
    for (int at = text.indexOf('\\'); at >= 0 && at + 1 < text.length(); ) {
      if (ESCAPED.indexOf(text.charAt(at + 1)) >= 0) {
        gone.set(at);
      }
      at = text.indexOf('\\', at + 1);
    }
    List<RawText.Mark> marks = new ArrayList<>();
    for (int start = gone.nextSetBit(0); start >= 0; ) {
      int end = gone.nextClearBit(start);
      marks.add(new RawText.Mark(Span.of(start, end), "", Repair.Reason.OTHER));
      start = gone.nextSetBit(end);
    }
    return new RawText(text, List.of(), marks);
  }

  private static void links(String text, BitSet gone) {
    if (!text.contains("](")) {
      return;
    }
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      gone.set(link.start(), link.start("words"));
      gone.set(link.end("words"), link.end());
    }
  }

  private static void lineSigns(String text, BitSet gone) {
    for (int i = 0; i < text.length(); i++) {
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        int start = i;
        while (i - start < DEEPEST && start > 0 && text.charAt(start - 1) == ' ') {
          start--;
        }
        if (startsLine(text, start)) {
          for (Pattern sign : LINE_SIGNS) {
            Matcher matcher = sign.matcher(text).region(start, text.length());
            if (matcher.lookingAt()) {
              gone.set(start, matcher.end());
            }
          }
        }
      }
    }
  }

  private static boolean startsLine(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return before == '\n'
        || (RARE_ENDS.indexOf(before) >= 0 && !(before == '\r' && text.charAt(at) == '\n'));
  }
}
