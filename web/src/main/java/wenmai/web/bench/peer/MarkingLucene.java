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
  private final UnifiedHighlighter light;
  private final UnifiedHighlighter asItComes;

  public MarkingLucene(PlainIndex index) {
    this.lucene = index.asking();
    this.light = highlighter(new ByNumberOfMatches());
    this.asItComes = highlighter(new PassageScorer());
  }

  private UnifiedHighlighter highlighter(PassageScorer scorer) {
    return UnifiedHighlighter.builder(lucene.searcher(), new KeywordAnalyzer())
        .withMaxLength(Integer.MAX_VALUE - 1)
        .withHandleMultiTermQuery(false)
        .withBreakIterator(() -> new CustomSeparatorBreakIterator('\n'))
        .withScorer(scorer)
        .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "…", true))
        .build();
  }

  /**
   * Searches, counts facets, and marks the best with a scorer of passages that costs little.
   *
   * @param most hits to rank and to mark
   * @return hits in all
   */
  public long ask(EngineQuery query, int most) {
    return ask(query, most, light);
  }

  /** The same with Lucene's own scorer of passages. */
  public long askAsItComes(EngineQuery query, int most) {
    return ask(query, most, asItComes);
  }

  private long ask(EngineQuery query, int most, UnifiedHighlighter highlighter) {
    PlainLucene.Found found = lucene.ask(query, most);
    ScoreDoc[] best = found.best().scoreDocs;
    if (best.length > 0) {
      mark(found, best, highlighter);
    }
    return found.total();
  }

  private static Map<String, String[]> mark(
      PlainLucene.Found found, ScoreDoc[] best, UnifiedHighlighter highlighter) {
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
