package wenmai.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  /**
   * A text with the repairs that led to it, in order.
   *
   * @throws IllegalArgumentException if the repairs overlap, go back or lie outside the text
   */
  public static RepairedText of(String text, List<Repair> repairs) {
    CodePointIndex index = CodePointIndex.of(text);
    int length = index.toCodePoint(text.length());
    List<OffsetMap.Edit> edits = new ArrayList<>();
    int shift = 0; // raw offset less repaired offset
    int last = 0;
    for (Repair repair : repairs) {
      if (repair.span().start() < last || repair.span().end() > length) {
        throw new IllegalArgumentException("no place for a repair: " + repair.span());
      }
      Span span = index.toUtf16(repair.span());
      int start = span.start() + shift;
      Span raw = Span.of(start, start + repair.was().length());
      edits.add(new OffsetMap.Edit(raw, span, repair.was(), repair.why()));
      shift += repair.was().length() - span.length();
      last = repair.span().end();
    }
    OffsetMap map = OffsetMap.of(edits);
    return new RepairedText(map.restore(text), text, map);
  }

  /**
   * The same raw text with only those edits that are to stay; the others' raw words stand again.
   */
  public RepairedText keeping(Predicate<OffsetMap.Edit> stays) {
    OffsetMap.Builder builder = new OffsetMap.Builder(raw);
    for (OffsetMap.Edit edit : map.edits()) {
      if (stays.test(edit)) {
        builder.replace(edit.raw(), edit.repaired().in(text), edit.why());
      }
    }
    return builder.build();
  }

  public List<Repair> repairs() {
    CodePointIndex index = CodePointIndex.of(text);
    return map.edits().stream()
        .map(edit -> new Repair(index.toCodePoints(edit.repaired()), edit.was(), edit.why()))
        .toList();
  }
}
