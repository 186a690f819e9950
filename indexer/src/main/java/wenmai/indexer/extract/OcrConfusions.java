package wenmai.indexer.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.layout.RawText;

/** Marks characters that OCR certainly confused (识别错误), by {@code config/repair/ocr.txt}. */
final class OcrConfusions {
  private final List<Confusion> rules;

  private OcrConfusions(List<Confusion> rules) {
    this.rules = rules;
  }

  static OcrConfusions read(Path config) {
    return new OcrConfusions(Confusion.read(config, "confusions"));
  }

  /**
   * The same text with marks for what was confused.
   *
   * @param recognised numbers of the pages that OCR read
   */
  RawText marked(RawText text, Set<Integer> recognised) {
    List<RawText.Mark> marks = new ArrayList<>(text.marks());
    for (RawText.PageSpan page : text.pages()) {
      if (recognised.contains(page.number())) {
        for (Confusion rule : rules) {
          mark(text.text(), page.span(), rule, marks);
        }
      }
    }
    marks.sort(Comparator.comparing(RawText.Mark::span));
    return new RawText(text.text(), text.pages(), marks);
  }

  private static void mark(String text, Span page, Confusion rule, List<RawText.Mark> marks) {
    Matcher matcher = rule.pattern().matcher(text).region(page.start(), page.end());
    while (matcher.find()) {
      Span confused = Span.of(matcher.start(1), matcher.end(1));
      if (marks.stream().noneMatch(mark -> mark.span().overlaps(confused))) {
        marks.add(new RawText.Mark(confused, rule.right(), Repair.Reason.OCR));
      }
    }
  }
}
