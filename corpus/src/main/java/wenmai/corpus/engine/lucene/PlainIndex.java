package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import wenmai.analyzers.fold.Folded;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;

/**
 * An index as a program with nothing but Lucene would make it (对照索引): whole documents with the
 * fields of ours, their texts stored, and the places of the pairs in the postings, which is what
 * Lucene's highlighter is fastest with. For measuring; {@link #put} is for many threads.
 */
public final class PlainIndex implements AutoCloseable {
  private static final FieldType PLACED = placed();

  private final Analysis analysis;
  private final Weights weights;
  private final BlockWriter blocks;
  private final FSDirectory directory;
  private final IndexWriter writer;

  PlainIndex(Path folder, Analysis analysis, Weights weights) {
    this.analysis = analysis;
    this.weights = weights;
    this.blocks = new BlockWriter(analysis);
    try {
      this.directory = FSDirectory.open(folder);
      this.writer =
          new IndexWriter(
              directory, new IndexWriterConfig().setSimilarity(Similarities.bm25(weights.bm25())));
    } catch (IOException e) {
      throw new UnableToUseIndex("open the index for writing", e);
    }
  }

  private static FieldType placed() {
    FieldType type = new FieldType(Fields.pairs());
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  /** The field that holds the text, and in which it is to be marked. */
  public static String textField() {
    return TextLevel.DOCUMENTS.pairs();
  }

  public void put(IndexableDocument source) {
    Document document = blocks.block(source).getLast();
    document.removeFields(textField());
    document.add(new Field(textField(), placedPairs(source.text()), PLACED));
    document.add(new StoredField(textField(), source.text()));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UnableToUseIndex("put " + source.id() + " into the index", e);
    }
  }

  private TokenStream placedPairs(String text) {
    Folded folded = analysis.folding().fold(text);
    return new PlacedPairs(new PairStream(folded.text(), 0, folded.text().length()), folded);
  }

  /** What has been put so far, ready to be asked; close it before this. */
  public PlainLucene asking() {
    try {
      writer.commit();
      return new PlainLucene(DirectoryReader.open(directory), analysis, weights);
    } catch (IOException e) {
      throw new UnableToUseIndex("open the index", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UnableToUseIndex("close the index", e);
    }
  }

  /** Pairs with their places in the text as it is stored. */
  private static final class PlacedPairs extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Folded folded;
    private int at;

    PlacedPairs(PairStream pairs, Folded folded) {
      super(pairs);
      this.folded = folded;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      offset.setOffset(folded.sourceStart(at), folded.sourceEnd(at + term.length()));
      at += Character.charCount(folded.text().codePointAt(at));
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      at = 0;
    }
  }
}
