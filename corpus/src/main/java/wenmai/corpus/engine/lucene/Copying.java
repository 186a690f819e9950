package wenmai.corpus.engine.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.SideValues;

/**
 * Folds copies (副本折叠): of a document and its copies one is left, the original if it is among the
 * candidates, else the first by id. The others are noted under it.
 */
final class Copying {
  private final Snapshot snapshot;
  private final SideValues sideValues;

  /** By the id of the original: whoever of the group stands for it. */
  private final Map<DocumentId, DocumentId> standing = new HashMap<>();

  private final Map<DocumentId, List<DocumentId>> folded = new HashMap<>();

  Copying(Snapshot snapshot, SideValues sideValues) {
    this.snapshot = snapshot;
    this.sideValues = sideValues;
  }

  /** Takes those out that another one stands for. */
  void fold(Candidates candidates) {
    Map<Integer, DocumentId> copies = copies(candidates);
    if (copies.isEmpty()) {
      return;
    }
    elect(candidates, copies);
    candidates.keep(at -> {
      DocumentId original = copies.get(snapshot.place(candidates.doc(at)).document());
      if (original == null) {
        return true;
      }
      DocumentId id = snapshot.place(candidates.doc(at)).id();
      return id.equals(standing.get(original));
    });
  }

  /** The copies folded under a document, by id. */
  List<DocumentId> under(DocumentId id) {
    return folded.getOrDefault(id, List.of()).stream().sorted().distinct().toList();
  }

  /** What each copy among the candidates is a copy of, by the copy's Lucene document. */
  private Map<Integer, DocumentId> copies(Candidates candidates) {
    Map<Integer, DocumentId> copies = new TreeMap<>();
    Map<Integer, DocumentId> all = new HashMap<>();
    for (LeafReaderContext leaf : snapshot.leaves()) {
      SegmentColumns columns = snapshot.columns(leaf);
      snapshot
          .sides(leaf, sideValues)
          .originals()
          .forEach(
              (ordinal, original) -> all.put(leaf.docBase + columns.document(ordinal), original));
    }
    if (!all.isEmpty()) {
      for (int i = 0; i < candidates.size(); i++) {
        int document = snapshot.place(candidates.doc(i)).document();
        if (all.containsKey(document)) {
          copies.put(document, all.get(document));
        }
      }
    }
    return copies;
  }

  private void elect(Candidates candidates, Map<Integer, DocumentId> copies) {
    Map<DocumentId, List<DocumentId>> groups = new HashMap<>();
    copies.forEach((document, original) ->
        groups
            .computeIfAbsent(original, unknown -> new ArrayList<>())
            .add(snapshot.place(document).id()));
    for (int i = 0; i < candidates.size(); i++) {
      DocumentId id = snapshot.place(candidates.doc(i)).id();
      if (groups.containsKey(id)) {
        standing.put(id, id);
      }
    }
    groups.forEach((original, members) -> {
      DocumentId first =
          standing.computeIfAbsent(
              original, none -> members.stream().sorted().findFirst().orElse(none));
      folded.put(first, members.stream().filter(member -> !member.equals(first)).toList());
    });
  }
}
