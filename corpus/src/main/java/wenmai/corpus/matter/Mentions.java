package wenmai.corpus.matter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter.RelatedMatter;

/**
 * Matters whose papers a matter names without being one with them (事项间引用).
 *
 * @param matters the ids of the matters a paper is a step of, in order
 * @param pointers what a paper names
 */
record Mentions(
    Function<DocumentId, Collection<String>> matters,
    Function<DocumentId, List<Pointer>> pointers) {
  private static final int MOST = 20;

  /** Those named by papers of this matter that are papers of theirs alone, with the words. */
  List<RelatedMatter> of(MatterGist draft) {
    Map<String, RelatedMatter> found = new LinkedHashMap<>();
    for (MatterGist.Step stage : draft.steps()) {
      for (Pointer pointer : pointers.apply(stage.document())) {
        for (DocumentId target : pointer.targets()) {
          Collection<String> theirs = matters.apply(target);
          if (!theirs.contains(draft.id())) {
            theirs.forEach(id ->
                found.putIfAbsent(
                    id,
                    new RelatedMatter(
                        id, stage.stage() + "中提到“" + pointer.evidence().quote().words() + "”")));
          }
        }
      }
    }
    return found.values().stream().limit(MOST).toList();
  }
}
