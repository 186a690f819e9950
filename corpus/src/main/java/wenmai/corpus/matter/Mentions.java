package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter.RelatedMatter;

/** Matters whose papers a matter names without being one with them (事项间引用). */
final class Mentions {
  private static final int MOST = 20;
  private final Map<DocumentId, Set<String>> matters = new HashMap<>();
  private final Map<DocumentId, List<Pointer>> pointers = new HashMap<>();

  Mentions(List<MatterGist> drafts, Collection<Bundle> bundles) {
    for (MatterGist draft : drafts) {
      for (MatterGist.Step stage : draft.steps()) {
        matters.computeIfAbsent(stage.document(), id -> new HashSet<>()).add(draft.id());
      }
    }
    for (Bundle bundle : bundles) {
      for (Sign sign : bundle.signs()) {
        sign.id()
            .ifPresent(id ->
                pointers.computeIfAbsent(id, each -> new ArrayList<>()).addAll(sign.pointers()));
      }
    }
  }

  /** Those named by papers of this matter that are papers of theirs alone, with the words. */
  List<RelatedMatter> of(MatterGist draft) {
    Map<String, RelatedMatter> found = new LinkedHashMap<>();
    for (MatterGist.Step stage : draft.steps()) {
      for (Pointer pointer : pointers.getOrDefault(stage.document(), List.of())) {
        for (DocumentId target : pointer.targets()) {
          Set<String> theirs = matters.getOrDefault(target, Set.of());
          if (!theirs.contains(draft.id())) {
            theirs.stream()
                .sorted()
                .forEach(id ->
                    found.putIfAbsent(
                        id,
                        new RelatedMatter(
                            id,
                            stage.stage() + "中提到“" + pointer.evidence().quote().words() + "”")));
          }
        }
      }
    }
    return found.values().stream().limit(MOST).toList();
  }
}
