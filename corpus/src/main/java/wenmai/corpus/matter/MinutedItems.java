package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Folding;
import wenmai.corpus.text.Span;

/**
 * The items of minutes (会议纪要分项): one for each thing that was taken up. Only where something is
 * decided on a matter do the minutes go with it; what is merely reported there is no step. Pure.
 */
final class MinutedItems {
  /** 一、 （二） 3. at the beginning of a line. */
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?m)^[ \\t\\u3000]*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、．.]|第[一二三四五六七八九十]{1,3}[,，、项]|[0-9０-９]{1,2}[、．.])");

  /** 听取关于《…的决定》执行情况的报告: the name of a paper decides nothing. */
  private static final Pattern TITLE = Pattern.compile("《[^《》]{1,160}》");

  private MinutedItems() {}

  /**
   * @param text as it stands, with line breaks
   * @param says what a decision says, in folded words without blanks
   * @return the items with a decision; all of the text where it has no items
   */
  static List<CodePointSpan> decided(String text, Pattern says, Folding folding) {
    List<Integer> begins = new ArrayList<>();
    Matcher matcher = BEGIN.matcher(text);
    while (matcher.find()) {
      begins.add(matcher.start());
    }
    if (begins.isEmpty()) {
      begins.add(0);
    }
    begins.add(text.length());
    CodePointIndex index = CodePointIndex.of(text);
    List<CodePointSpan> decided = new ArrayList<>();
    for (int i = 0; i + 1 < begins.size(); i++) {
      String item = text.substring(begins.get(i), begins.get(i + 1));
      String words = TITLE.matcher(PaperReading.compact(item, folding)).replaceAll("《》");
      if (says.matcher(words).find()) {
        decided.add(index.toCodePoints(new Span(begins.get(i), begins.get(i + 1))));
      }
    }
    return decided;
  }
}
