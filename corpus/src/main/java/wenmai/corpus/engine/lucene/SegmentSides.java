package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.SideValues;

/** {@link SideValues} of one segment's documents as arrays (旁注列). Immutable. */
final class SegmentSides {
  private final Status[] statuses;
  private final int[] citedBy;
  private final Map<Integer, DocumentId> originals;

  private SegmentSides(Status[] statuses, int[] citedBy, Map<Integer, DocumentId> originals) {
    this.statuses = statuses;
    this.citedBy = citedBy;
    this.originals = Map.copyOf(originals);
  }

  static SegmentSides load(SegmentColumns columns, SideValues values) {
    Status[] unknown = new Status[columns.size()];
    Arrays.fill(unknown, SideValues.Side.UNKNOWN.status());
    IntStream known =
        IntStream.range(0, columns.size())
            .filter(ordinal -> values.mayKnow(columns.ids().head(ordinal)));
    return new SegmentSides(unknown, new int[columns.size()], Map.of())
        .with(known, columns, values);
  }

  /** As these values say, which differ from those before in these documents alone. */
  SegmentSides after(
      List<DocumentId> changed, LeafReader reader, SegmentColumns columns, SideValues values) {
    int[] concerned =
        changed.stream().flatMapToInt(id -> ordinals(id, reader, columns)).distinct().toArray();
    return concerned.length == 0 ? this : with(Arrays.stream(concerned), columns, values);
  }

  /** A segment may hold a document twice, when it was changed before it was written out. */
  private static IntStream ordinals(DocumentId id, LeafReader reader, SegmentColumns columns) {
    try {
      PostingsEnum docs = reader.postings(new Term(Fields.ID, id.value()), PostingsEnum.NONE);
      return docs == null
          ? IntStream.empty()
          : IntStream.iterate(
                  next(docs), doc -> doc != DocIdSetIterator.NO_MORE_DOCS, doc -> next(docs))
              .map(columns::ordinal);
    } catch (IOException e) {
      throw new UnableToUseIndex("look up a document", e);
    }
  }

  private static int next(PostingsEnum docs) {
    try {
      return docs.nextDoc();
    } catch (IOException e) {
      throw new UnableToUseIndex("look up a document", e);
    }
  }

  private SegmentSides with(IntStream ordinals, SegmentColumns columns, SideValues values) {
    Status[] newStatuses = statuses.clone();
    int[] newCitedBy = citedBy.clone();
    Map<Integer, DocumentId> newOriginals = new HashMap<>(originals);
    ordinals.forEach(ordinal -> {
      SideValues.Side side = values.of(columns.ids().get(ordinal));
      newStatuses[ordinal] = side.status();
      newCitedBy[ordinal] = side.citedBy();
      side.duplicateOf()
          .ifPresentOrElse(
              original -> newOriginals.put(ordinal, original), () -> newOriginals.remove(ordinal));
    });
    return new SegmentSides(newStatuses, newCitedBy, newOriginals);
  }

  Status status(int ordinal) {
    return statuses[ordinal];
  }

  int citedBy(int ordinal) {
    return citedBy[ordinal];
  }

  /** What each copy in the segment is a copy of. */
  Map<Integer, DocumentId> originals() {
    return originals;
  }
}
