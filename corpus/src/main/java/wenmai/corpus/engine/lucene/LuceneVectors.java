package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.PassageVectors;

/**
 * Vectors in Lucene indexes of their own (向量索引), beside those of words. The first thing put in
 * opens them for writing; vectors of another model are thrown away then.
 */
public final class LuceneVectors implements PassageVectors {
  private final Path folder;
  private final String model;
  private final Readers readers;
  private final Map<Visibility, IndexWriter> writers = new EnumMap<>(Visibility.class);

  private LuceneVectors(Path folder, String model) {
    this.folder = folder;
    this.model = model;
    this.readers =
        Readers.open(
            folder.resolve(Visibility.PUBLIC.key()), folder.resolve(Visibility.INTERNAL.key()));
  }

  /**
   * @param model names what the vectors are made with
   */
  public static LuceneVectors open(Path folder, String model) {
    return new LuceneVectors(folder, model);
  }

  /** Whether what is stored can be compared with this model's vectors. */
  private boolean isOfThisModel() {
    return readers.writtenWith().filter(model::equals).isPresent();
  }

  @Override
  public Map<DocumentId, Long> digests(Visibility visibility) {
    if (!isOfThisModel()) {
      return Map.of();
    }
    Map<DocumentId, Long> digests = new HashMap<>();
    try (Readers.Lease lease = readers.lease(visibility)) {
      for (LeafReaderContext leaf : lease.reader().leaves()) {
        addDigests(leaf.reader(), digests);
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look through the vectors", e);
    }
    return digests;
  }

  private static void addDigests(LeafReader reader, Map<DocumentId, Long> digests)
      throws IOException {
    BinaryDocValues ids = reader.getBinaryDocValues(Fields.ID_BYTES);
    NumericDocValues values = reader.getNumericDocValues(Fields.DIGEST);
    Bits live = reader.getLiveDocs();
    for (int doc = 0; ids != null && values != null && doc < reader.maxDoc(); doc++) {
      // Only the first passage of a document carries its digest.
      if ((live == null || live.get(doc)) && values.advanceExact(doc) && ids.advanceExact(doc)) {
        digests.put(id(ids.binaryValue()), values.longValue());
      }
    }
  }

  static DocumentId id(BytesRef bytes) {
    return new DocumentId(
        HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }

  @Override
  public synchronized boolean claim() {
    try {
      return writer(Visibility.PUBLIC).isOpen();
    } catch (LockObtainFailedException busy) {
      LuceneEngine.rollBack(writers);
      writers.clear();
      return false;
    } catch (IOException e) {
      throw new UnableToUseIndex("open the vectors for writing", e);
    }
  }

  @Override
  public synchronized void put(
      Visibility visibility, DocumentId document, long digest, List<PassageVector> vectors) {
    List<Document> block = new ArrayList<>();
    for (PassageVector vector : vectors) {
      Document passage = passage(document);
      passage.add(new NumericDocValuesField(Fields.PASSAGE_START, vector.start()));
      passage.add(
          new KnnFloatVectorField(
              Fields.VECTOR, vector.vector(), VectorSimilarityFunction.DOT_PRODUCT));
      block.add(passage);
    }
    if (block.isEmpty()) {
      block.add(passage(document)); // an empty text is done as well
    }
    block.getFirst().add(new NumericDocValuesField(Fields.DIGEST, digest));
    try {
      writer(visibility).updateDocuments(new Term(Fields.ID, document.value()), block);
    } catch (IOException e) {
      throw new UnableToUseIndex("store the vectors of " + document, e);
    }
  }

  private static Document passage(DocumentId document) {
    Document passage = new Document();
    passage.add(new StringField(Fields.ID, document.value(), Field.Store.NO));
    passage.add(
        new BinaryDocValuesField(
            Fields.ID_BYTES, new BytesRef(HexFormat.of().parseHex(document.value()))));
    return passage;
  }

  @Override
  public synchronized void remove(Visibility visibility, DocumentId document) {
    try {
      writer(visibility).deleteDocuments(new Term(Fields.ID, document.value()));
    } catch (IOException e) {
      throw new UnableToUseIndex("take out the vectors of " + document, e);
    }
  }

  private IndexWriter writer(Visibility visibility) throws IOException {
    if (writers.isEmpty()) {
      boolean keep = isOfThisModel();
      for (Visibility each : Visibility.values()) {
        IndexWriter writer =
            new IndexWriter(
                FSDirectory.open(folder.resolve(each.key())),
                new IndexWriterConfig().setCommitOnClose(false));
        writers.put(each, writer);
        if (!keep) {
          writer.deleteAll();
        }
      }
    }
    IndexWriter writer = writers.get(visibility);
    if (writer == null) {
      throw new IllegalStateException("no writer for " + visibility);
    }
    return writer;
  }

  @Override
  public synchronized void commit() {
    Map<String, String> data = Map.of(Readers.FINGERPRINT, model);
    try {
      for (IndexWriter writer : writers.values()) {
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("commit the vectors", e);
    }
    readers.refresh();
  }

  @Override
  public boolean refresh() {
    return readers.refresh();
  }

  @Override
  public long size(Audience audience) {
    if (!isOfThisModel()) {
      return 0;
    }
    try (Readers.Lease lease = readers.lease(audience)) {
      return VectorSearch.count(lease.reader());
    } catch (IOException e) {
      throw new UnableToUseIndex("count the vectors", e);
    }
  }

  @Override
  public List<Nearby> nearest(
      Audience audience, float[] question, int most, Predicate<DocumentId> wanted) {
    if (!isOfThisModel()) {
      return List.of();
    }
    try (Readers.Lease lease = readers.lease(audience)) {
      IndexReader reader = lease.reader();
      return new VectorSearch(reader, wanted).nearest(question, most);
    } catch (IOException e) {
      throw new UnableToUseIndex("search the vectors", e);
    }
  }

  @Override
  public synchronized void close() {
    readers.close();
    LuceneEngine.rollBack(writers);
    writers.clear();
  }
}
