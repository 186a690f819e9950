package wenmai.corpus;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Repair;

/**
 * Both layers of a document's text (两层文本) with every repair between them, undone ones among them.
 *
 * @param raw the untouched extraction
 * @param repairs in order of the text
 */
public record TextLayers(String raw, List<Mend> repairs) {
  public TextLayers {
    repairs = List.copyOf(repairs);
  }

  /**
   * One repair.
   *
   * @param name by which staff undo it; stays while the words around stay
   * @param raw where in the untouched extraction, in code points
   * @param text where in the document's text as it stands: what was put in place, or, where it is
   *     undone, the raw words
   * @param was the raw words
   * @param now what was put in their place
   * @param undone whether a person undid it
   * @param by who did; empty for those who may not know
   */
  public record Mend(
      String name,
      CodePointSpan raw,
      CodePointSpan text,
      String was,
      String now,
      Repair.Reason why,
      boolean undone,
      Optional<String> by) {}
}
