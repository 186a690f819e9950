package wenmai.indexer.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenmai.indexer.layout.LayoutLine;
import wenmai.indexer.layout.LayoutLine.Column;

/** Recognised lines as lines of a layout (识别版面): a block is a column. */
final class OcrLayout {
  /** Lines differ in height by the signs in them; a type this much larger is another. */
  private static final double LARGER_TYPE = 1.25;

  private OcrLayout() {}

  static List<LayoutLine> lines(List<OcrLine> recognised) {
    Map<Integer, Column> columns = new HashMap<>();
    for (OcrLine line : recognised) {
      columns.merge(
          line.block(),
          new Column(line.block(), line.left(), line.right()),
          (a, b) ->
              new Column(a.number(), Math.min(a.left(), b.left()), Math.max(a.right(), b.right())));
    }
    double size =
        recognised.stream()
            .mapToDouble(OcrLayout::height)
            .sorted()
            .skip(recognised.size() / 2)
            .findFirst()
            .orElse(1);
    return recognised.stream()
        .map(line ->
            new LayoutLine(
                line.text(),
                line.left(),
                line.right(),
                line.top(),
                height(line) > size * LARGER_TYPE ? height(line) : size,
                columns.getOrDefault(line.block(), new Column(0, line.left(), line.right()))))
        .toList();
  }

  private static double height(OcrLine line) {
    return line.bottom() - line.top();
  }
}
