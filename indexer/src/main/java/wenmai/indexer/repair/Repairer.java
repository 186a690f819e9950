package wenmai.indexer.repair;

import java.util.List;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.extract.RawText;

/** Mends a raw text, pass by pass (修补). Safe for use by many threads. */
public final class Repairer {

  public RepairedText repair(RawText raw) {
    Draft draft = new Draft(raw.text());
    draft.apply(layout(raw.marks()));
    return draft.finish();
  }

  private static List<Draft.Edit> layout(List<RawText.Mark> marks) {
    return marks.stream()
        .map(mark -> new Draft.Edit(mark.span(), mark.replacement(), mark.why()))
        .toList();
  }
}
