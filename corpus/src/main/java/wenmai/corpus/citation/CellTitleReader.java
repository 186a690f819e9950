package wenmai.corpus.citation;

import java.util.Optional;
import java.util.regex.Pattern;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;

/**
 * Reads the title of a suggestion or a motion that a form gives in a cell (建议题目 ⇥ 关于…的建议), without
 * 《》.
 */
final class CellTitleReader {
  private static final Pattern LABEL = Pattern.compile("(?:建议|议案|提案)(?:题目|标题|名称|内容|题名)[:：|｜]?$");

  private static final Pattern TITLE = Pattern.compile("关于.{4,}的(?:建议|议案|提案)");
  private static final int LONGEST_LABEL = 6;
  private static final int LONGEST = 80;

  private final CompactText text;

  CellTitleReader(CompactText text) {
    this.text = text;
  }

  /** The end of the title that fills the cell which begins here. */
  Optional<Integer> endAt(int at) {
    boolean labelled =
        text.startsAt(at, "关于")
            && LABEL.matcher(text.slice(Math.max(0, at - LONGEST_LABEL), at)).find();
    if (!labelled) {
      return Optional.empty();
    }
    int end = at + 1;
    while (end < text.length()
        && end - at < LONGEST
        && text.at(end) != '|'
        && text.gapBefore(end) == Gap.NONE) {
      end++;
    }
    return TITLE.matcher(text.slice(at, end)).matches() ? Optional.of(end) : Optional.empty();
  }
}
