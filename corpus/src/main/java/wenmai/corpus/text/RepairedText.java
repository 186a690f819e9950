package wenmai.corpus.text;

import java.util.List;

/**
 * Both layers of a text: the extraction as it came and the text as it is kept, with the way between
 * them.
 *
 * @param raw the untouched extraction
 * @param text the repaired text; script, width and punctuation as they came
 */
public record RepairedText(String raw, String text, OffsetMap map) {

  public RepairedText {
    if (!map.restore(text).equals(raw)) {
      throw new IllegalArgumentException("the map does not lead back to the raw text");
    }
  }

  /** A text that needed no mending. */
  public static RepairedText untouched(String text) {
    return new RepairedText(text, text, OffsetMap.identity());
  }

  public List<Repair> repairs() {
    CodePointIndex index = CodePointIndex.of(text);
    return map.edits().stream()
        .map(edit -> new Repair(index.toCodePoints(edit.repaired()), edit.was(), edit.why()))
        .toList();
  }
}
