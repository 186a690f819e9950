package wenmai.indexer.repair;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.Span;
import wenmai.indexer.extract.RuleLines;

/**
 * Mends what another machine's OCR confused and no text can mean (识别错误): 2O23年 is 2023年. By the
 * section {@code anywhere} of {@code config/repair/ocr.txt}.
 */
final class ConfusionRepair {
  private static final String ARROW = " => ";

  private record Rule(Pattern pattern, String right) {}

  private final List<Rule> rules;

  private ConfusionRepair(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static ConfusionRepair read(Path config) {
    Path file = config.resolve("repair/ocr.txt");
    List<Rule> rules = new ArrayList<>();
    for (String line : RuleLines.read(file).section("anywhere")) {
      int arrow = line.lastIndexOf(ARROW);
      if (arrow < 0) {
        throw new IllegalArgumentException("[" + file + "] not pattern => right: " + line);
      }
      rules.add(
          new Rule(
              Pattern.compile(line.substring(0, arrow)), line.substring(arrow + ARROW.length())));
    }
    return new ConfusionRepair(rules);
  }

  List<Draft.Edit> of(String text) {
    List<Draft.Edit> edits = new ArrayList<>();
    for (Rule rule : rules) {
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
