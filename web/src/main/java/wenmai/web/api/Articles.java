package wenmai.web.api;

import java.util.stream.Collectors;
import wenmai.corpus.structure.Provision;
import wenmai.web.render.Messages;

/** Names articles for people (条款的叫法): 第12条第2款. */
public final class Articles {
  private Articles() {}

  public static String label(Provision provision, Messages messages) {
    return provision.ranges().stream()
        .map(range ->
            range.first().equals(range.last())
                ? label(range.first(), messages)
                : messages.get(
                    "provision.range",
                    label(range.first(), messages),
                    label(range.last(), messages)))
        .collect(Collectors.joining("、"));
  }

  static String label(Provision.Point point, Messages messages) {
    StringBuilder label =
        new StringBuilder(messages.get("provision.article", number(point.article())));
    if (point.inserted() > 0) {
      label.append(messages.get("provision.inserted", number(point.inserted())));
    }
    if (point.paragraph() > 0) {
      label.append(messages.get("provision.paragraph", number(point.paragraph())));
    }
    if (point.item() > 0) {
      label.append(messages.get("provision.item", number(point.item())));
    }
    return label.toString();
  }

  private static String number(int value) {
    return Integer.toString(value);
  }
}
