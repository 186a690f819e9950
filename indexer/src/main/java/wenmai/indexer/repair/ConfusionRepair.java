package wenmai.indexer.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.extract.Confusion;

/**
 * Mends what another machine's OCR confused and no text can mean (识别错误): 2O23年 is 2023年. By the
 * section {@code anywhere} of {@code config/repair/ocr.txt}.
 */
final class ConfusionRepair {
  private final List<Confusion> rules;

  private ConfusionRepair(List<Confusion> rules) {
    this.rules = rules;
  }

  static ConfusionRepair read(Path config) {
    return new ConfusionRepair(Confusion.read(config, "anywhere"));
  }

  List<Draft.Edit> of(String text) {
    List<Draft.Edit> edits = new ArrayList<>();
    for (Confusion rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        edits.add(
            new Draft.Edit(
                Span.of(matcher.start(1), matcher.end(1)), rule.right(), Repair.Reason.OCR));
      }
    }
    edits.sort(Comparator.comparing(Draft.Edit::span));
    return edits;
  }
}
