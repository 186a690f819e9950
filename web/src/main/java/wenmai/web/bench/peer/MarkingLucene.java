package wenmai.web.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.lucene.PlainIndex;
import wenmai.corpus.engine.lucene.PlainLucene;

/**
 * A search in Lucene alone, marks and all (对照检索): its collectors, facets from doc values, and its
 * {@link UnifiedHighlighter} over the stored texts with the places from the postings, so that no
 * text is analysed again. Nothing of an answer is kept. One thread.
 */
public final class MarkingLucene implements AutoCloseable {
  private static final int PASSAGES = 3;

  private final PlainLucene lucene;
  private final UnifiedHighlighter highlighter;

  public MarkingLucene(PlainIndex index) {
    this.lucene = index.asking();
    this.highlighter =
        UnifiedHighlighter.builder(lucene.searcher(), new KeywordAnalyzer())
            .withMaxLength(Integer.MAX_VALUE - 1)
            .withHandleMultiTermQuery(false)
            .withBreakIterator(() -> new CustomSeparatorBreakIterator('\n'))
            .withScorer(new ByNumberOfMatches())
            .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "…", true))
            .build();
  }

  /**
   * Searches, counts facets, and marks the best.
   *
   * @param most hits to rank and to mark
   * @return hits in all
   */
  public long ask(EngineQuery query, int most) {
    PlainLucene.Found found = lucene.ask(query, most);
    ScoreDoc[] best = found.best().scoreDocs;
    if (best.length > 0) {
      mark(found, best);
    }
    return found.total();
  }

  private Map<String, String[]> mark(PlainLucene.Found found, ScoreDoc[] best) {
    String field = PlainIndex.textField();
    int[] docs = Arrays.stream(best).mapToInt(hit -> hit.doc).toArray();
    try {
      return highlighter.highlightFields(
          new String[] {field}, found.query(), docs, new int[] {PASSAGES});
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  /** The same without marks. */
  public long askPlainly(EngineQuery query, int most) {
    return lucene.ask(query, most).total();
  }

  @Override
  public void close() {
    lucene.close();
  }

  /**
   * Lucene's own scorer makes a table of 32 KB for each passage, which takes half of all its time.
   */
  private static final class ByNumberOfMatches extends PassageScorer {
    @Override
    public float score(Passage passage, int contentLength) {
      return passage.getNumMatches() * norm(passage.getStartOffset());
    }
  }
}
