package wenmai.web.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index of one field in memory (对照索引), asked with every word of a question, ranked by Lucene's
 * own BM25 (k1 1.2, b 0.75). One thread.
 */
public final class PeerIndex implements AutoCloseable {
  private static final String ID = "id";
  private static final String TEXT = "text";

  private final Analyzer analyzer;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;

  public PeerIndex(Analyzer analyzer) {
    this.analyzer = analyzer;
    try {
      this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
  }

  public void add(String id, String text) {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new TextField(TEXT, text, Field.Store.NO));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
  }

  /** Nothing is added after this. */
  public Asking asking() {
    try {
      writer.commit();
      return new Asking(DirectoryReader.open(directory), analyzer);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be read", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be closed", e);
    }
  }

  /** The finished index. */
  public record Asking(DirectoryReader reader, Analyzer analyzer) implements AutoCloseable {

    /** Ids, best first. */
    public List<String> rank(String question, int most) {
      try {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        words(question).stream()
            .limit(IndexSearcher.getMaxClauseCount())
            .forEach(word -> some.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD));
        IndexSearcher searcher = new IndexSearcher(reader);
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(some.build(), most).scoreDocs) {
          ids.add(searcher.storedFields().document(hit.doc).get(ID));
        }
        return ids;
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot fail to be read", e);
      }
    }

    private Set<String> words(String question) throws IOException {
      Set<String> words = new LinkedHashSet<>();
      try (TokenStream stream = analyzer.tokenStream(TEXT, question)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          words.add(term.toString());
        }
        stream.end();
      }
      return words;
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot fail to be closed", e);
      }
    }
  }
}
