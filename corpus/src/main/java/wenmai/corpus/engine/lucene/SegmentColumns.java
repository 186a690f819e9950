package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import wenmai.corpus.engine.LawName;
import wenmai.corpus.engine.Standing;
import wenmai.corpus.search.FacetName;

/**
 * The doc values of one segment as arrays (列), loaded once: ids, dates and facets of its documents,
 * which are counted from 0 in the order they stand, and for each Lucene document which of them it
 * is or belongs to. Immutable.
 */
final class SegmentColumns {
  /** No date; before every other. */
  static final int UNDATED = Integer.MIN_VALUE;

  private final int[] ordinals;
  private final int[] documents;
  private final IdColumn ids;
  private final int[] days;
  private final long[] digests;
  private final float[] standings;
  private final int[] laws;
  private final Map<FacetName, FacetColumn> facets = new EnumMap<>(FacetName.class);

  private SegmentColumns(LeafReader reader, Standing standing) throws IOException {
    documents = documents(reader);
    ordinals = ordinals(documents, reader.maxDoc());
    ids = ids(reader);
    days = days(reader);
    digests = digests(reader);
    standings = new float[documents.length];
    laws = new int[documents.length];
    readTitles(reader, standing);
    for (FacetName facet : FacetName.values()) {
      facets.put(facet, FacetColumn.load(reader, facet, documents));
    }
  }

  static SegmentColumns load(LeafReader reader, Standing standing) {
    try {
      return new SegmentColumns(reader, standing);
    } catch (IOException e) {
      throw new UnableToUseIndex("load the columns of a segment", e);
    }
  }

  /** Documents in the segment, deleted ones among them. */
  int size() {
    return documents.length;
  }

  /** Which document this Lucene document is, or is a passage of. */
  int ordinal(int doc) {
    return ordinals[doc];
  }

  /** The Lucene document of a document; its passages stand right before it. */
  int document(int ordinal) {
    return documents[ordinal];
  }

  /** The first Lucene document of a document's block. */
  int blockStart(int ordinal) {
    return ordinal == 0 ? 0 : documents[ordinal - 1] + 1;
  }

  IdColumn ids() {
    return ids;
  }

  /** Days since 1970, or {@link #UNDATED}. */
  int day(int ordinal) {
    return days[ordinal];
  }

  long digest(int ordinal) {
    return digests[ordinal];
  }

  /** By what share a question raises it, from 0 to 1. */
  float standing(int ordinal) {
    return standings[ordinal];
  }

  /** Equal for texts that are of one law, 0 where there is no title. */
  int law(int ordinal) {
    return laws[ordinal];
  }

  FacetColumn facet(FacetName facet) {
    return facets.getOrDefault(facet, FacetColumn.EMPTY);
  }

  private static int[] documents(LeafReader reader) throws IOException {
    int[] found = new int[Math.max(16, reader.maxDoc() / 8)];
    int count = 0;
    PostingsEnum postings =
        reader.postings(new Term(Fields.TYPE, Fields.DOCUMENT), PostingsEnum.NONE);
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = doc;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] ordinals(int[] documents, int maxDoc) {
    int[] ordinals = new int[maxDoc];
    int from = 0;
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      Arrays.fill(ordinals, from, documents[ordinal] + 1, ordinal);
      from = documents[ordinal] + 1;
    }
    return ordinals;
  }

  private IdColumn ids(LeafReader reader) throws IOException {
    BinaryDocValues values = reader.getBinaryDocValues(Fields.ID_BYTES);
    IdColumn column = new IdColumn(documents.length);
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      if (values != null && values.advanceExact(documents[ordinal])) {
        BytesRef bytes = values.binaryValue();
        column.set(ordinal, bytes.bytes, bytes.offset);
      }
    }
    return column;
  }

  private long[] digests(LeafReader reader) throws IOException {
    NumericDocValues values = reader.getNumericDocValues(Fields.DIGEST);
    long[] column = new long[documents.length];
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      if (values != null && values.advanceExact(documents[ordinal])) {
        column[ordinal] = values.longValue();
      }
    }
    return column;
  }

  private void readTitles(LeafReader reader, Standing standing) throws IOException {
    BinaryDocValues titles = reader.getBinaryDocValues(Fields.TITLE);
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      if (titles != null && titles.advanceExact(documents[ordinal])) {
        String title = titles.binaryValue().utf8ToString();
        standings[ordinal] = standing.of(title);
        laws[ordinal] = LawName.in(title).hashCode();
      }
    }
  }

  private int[] days(LeafReader reader) throws IOException {
    NumericDocValues values = reader.getNumericDocValues(Fields.DATE);
    int[] column = new int[documents.length];
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      column[ordinal] =
          values != null && values.advanceExact(documents[ordinal])
              ? (int) values.longValue()
              : UNDATED;
    }
    return column;
  }
}
