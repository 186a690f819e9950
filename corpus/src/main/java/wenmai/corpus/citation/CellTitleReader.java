package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.text.CompactText;
import wenmai.corpus.text.CompactText.Gap;

/**
 * Reads the title of a suggestion or a motion that a form gives in a cell (建议题目 ⇥ 关于…的建议), without
 * 《》.
 */
final class CellTitleReader {
  private static final int LONGEST_LABEL = 6;
  private static final int LONGEST = 80;

  private final CompactText text;
  private final Lexicon lexicon;

  CellTitleReader(CompactText text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** The end of the title that fills the cell which begins here. */
  Optional<Integer> endAt(int at) {
    boolean labelled =
        text.startsAt(at, "关于")
            && lexicon.titleCell().matcher(text.slice(Math.max(0, at - LONGEST_LABEL), at)).find();
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
    return lexicon.proposalTitle().matcher(text.slice(at, end)).matches()
        ? Optional.of(end)
        : Optional.empty();
  }
}
