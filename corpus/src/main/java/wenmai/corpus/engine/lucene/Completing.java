package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.EngineView.Completion;

/** Completes what is being typed (输入补全) from the names in the index, without reading any text. */
final class Completing {
  /** Terms looked at for one prefix; a single letter has many. */
  private static final int MOST_TERMS = 400;

  private final Snapshot snapshot;
  private final Analysis analysis;

  Completing(Snapshot snapshot, Analysis analysis) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  List<Completion> complete(String typed, int size) {
    String prefix = analysis.fold(typed);
    if (prefix.isEmpty()) {
      return List.of();
    }
    Map<String, Completion> found = new LinkedHashMap<>();
    try {
      for (LeafReaderContext leaf : snapshot.leaves()) {
        add(leaf, new BytesRef(prefix), found);
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("complete a name", e);
    }
    List<Completion> all = new ArrayList<>(found.values());
    all.sort((one, other) -> compare(one, other, prefix));
    return List.copyOf(all.subList(0, Math.min(size, all.size())));
  }

  /**
   * Names that begin so come before those that hold it, organs before titles, short before long.
   */
  private int compare(Completion one, Completion other, String prefix) {
    boolean first = analysis.fold(one.text()).startsWith(prefix);
    boolean second = analysis.fold(other.text()).startsWith(prefix);
    if (first != second) {
      return first ? -1 : 1;
    }
    int byType = Integer.compare(order(one.type()), order(other.type()));
    int byLength = Integer.compare(one.text().length(), other.text().length());
    return byType != 0 ? byType : byLength != 0 ? byLength : one.text().compareTo(other.text());
  }

  private static int order(String type) {
    return type.equals("organ") ? 0 : 1;
  }

  private void add(LeafReaderContext leaf, BytesRef prefix, Map<String, Completion> found)
      throws IOException {
    Terms terms = leaf.reader().terms(Fields.COMPLETION);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    boolean more = all.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    for (int seen = 0;
        more && seen < MOST_TERMS && StringHelper.startsWith(all.term(), prefix);
        seen++) {
      String term = all.term().utf8ToString();
      Optional<DocumentId> holder = holder(leaf, all);
      if (holder.isPresent()) {
        String[] parts = term.split("\t", 3);
        found.putIfAbsent(parts[1] + parts[2], new Completion(parts[2], parts[1], holder.get()));
      }
      more = all.next() != null;
    }
  }

  /** A document that has this name and has not been taken out. */
  private Optional<DocumentId> holder(LeafReaderContext leaf, TermsEnum at) throws IOException {
    PostingsEnum postings = at.postings(null, PostingsEnum.NONE);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (live == null || live.get(doc)) {
        return Optional.of(snapshot.place(leaf.docBase + doc).id());
      }
    }
    return Optional.empty();
  }
}
