package wenmai.corpus.search;

import java.util.stream.Collectors;
import wenmai.corpus.structure.Provision;

/** Prints the address of an article as it is spoken (条款名称): 第12条第2款第3项. */
final class Addresses {
  private Addresses() {}

  static String inWords(Provision provision) {
    return provision.ranges().stream().map(Addresses::range).collect(Collectors.joining("、"));
  }

  private static String range(Provision.Range range) {
    return range.first().equals(range.last())
        ? point(range.first())
        : point(range.first()) + "至" + point(range.last());
  }

  private static String point(Provision.Point point) {
    return "第"
        + point.article()
        + "条"
        + (point.inserted() > 0 ? "之" + point.inserted() : "")
        + (point.paragraph() > 0 ? "第" + point.paragraph() + "款" : "")
        + (point.item() > 0 ? "第" + point.item() + "项" : "");
  }
}
