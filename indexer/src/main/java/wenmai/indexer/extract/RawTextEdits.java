package wenmai.indexer.extract;

import java.util.List;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/**
 * Words that a parser left out put into its text (补回文字), so that its marks stay where they belong.
 */
final class RawTextEdits {
  private RawTextEdits() {}

  /**
   * @param words what stands in place of the stretch
   */
  record Edit(int start, int end, String words) {}

  /**
   * @param edits in order, without overlap
   */
  static RawText applied(RawText raw, List<Edit> edits) {
    if (edits.isEmpty()) {
      return raw;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      text.append(raw.text(), from, edit.start()).append(edit.words());
      from = edit.end();
    }
    text.append(raw.text(), from, raw.text().length());
    return new RawText(
        text.toString(),
        raw.pages().stream()
            .map(page -> new RawText.PageSpan(page.number(), moved(page.span(), edits)))
            .toList(),
        raw.marks().stream()
            .map(
                mark -> new RawText.Mark(moved(mark.span(), edits), mark.replacement(), mark.why()))
            .toList());
  }

  private static Span moved(Span span, List<Edit> edits) {
    return Span.of(moved(span.start(), edits), moved(span.end(), edits));
  }

  private static int moved(int at, List<Edit> edits) {
    int moved = at;
    for (Edit edit : edits) {
      if (edit.end() <= at) {
        moved += edit.words().length() - (edit.end() - edit.start());
      }
    }
    return moved;
  }
}
