package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.EngineView.Likeness;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.engine.lucene.Snapshot.Place;

/**
 * Finds documents like one (相似文件) by the words that set it apart and by what both cite, and says
 * which those are.
 */
final class Likening {
  /** So many of a document's weightiest words stand for it. */
  private static final int MOST_WORDS = 40;

  /** Citing the same paper is worth as much as a good word. */
  private static final float CITATION = 4;

  /** Shared words that are told. */
  private static final int TOLD = 6;

  private static final String WORDS = TextLevel.DOCUMENTS.words();

  private final Snapshot snapshot;
  private final IndexReader reader;
  private final WordCounts counts;

  Likening(Snapshot snapshot, WordCounts counts) {
    this.snapshot = snapshot;
    this.reader = snapshot.searcher().getIndexReader();
    this.counts = counts;
  }

  List<Likeness> like(DocumentId id, String text, int size) {
    try {
      List<Weighed> words = weightiest(id, text);
      Set<String> cited = cited(id);
      BooleanQuery.Builder some = new BooleanQuery.Builder();
      for (Weighed word : words) {
        some.add(
            new BoostQuery(new TermQuery(new Term(WORDS, word.term)), word.weight), Occur.SHOULD);
      }
      for (String paper : cited) {
        some.add(
            new BoostQuery(
                new ConstantScoreQuery(new TermQuery(new Term(Fields.CITES, paper))), CITATION),
            Occur.SHOULD);
      }
      some.add(new TermQuery(new Term(Fields.ID, id.value())), Occur.MUST_NOT);
      List<Likeness> like = new ArrayList<>();
      for (ScoreDoc found : snapshot.searcher().search(some.build(), size).scoreDocs) {
        like.add(likeness(found, words, cited));
      }
      return like;
    } catch (IOException e) {
      throw new UnableToUseIndex("look for similar documents", e);
    }
  }

  private Likeness likeness(ScoreDoc found, List<Weighed> words, Set<String> cited)
      throws IOException {
    Place place = snapshot.place(found.doc);
    List<String> shared = new ArrayList<>();
    for (Weighed word : words) {
      if (word.alone && shared.size() < TOLD && has(place, WORDS, word.term)) {
        shared.add(word.term);
      }
    }
    Set<String> both = new HashSet<>();
    for (String paper : cited) {
      if (has(place, Fields.CITES, paper)) {
        both.add(paper.substring(2));
      }
    }
    return new Likeness(place.id(), found.score, shared, both);
  }

  private static boolean has(Place place, String field, String term) throws IOException {
    PostingsEnum postings = place.leaf().reader().postings(new Term(field, term));
    return postings != null && postings.advance(place.doc()) == place.doc();
  }

  /** Its words by frequency here and rarity elsewhere. */
  private List<Weighed> weightiest(DocumentId id, String text) throws IOException {
    List<Weighed> weighed = new ArrayList<>();
    int documents = Math.max(1, reader.getDocCount(WORDS));
    for (Map.Entry<String, WordCounts.Count> entry : counts.of(id, text).entrySet()) {
      int holding = reader.docFreq(new Term(WORDS, entry.getKey()));
      if (holding > 1) {
        WordCounts.Count count = entry.getValue();
        double rarity = Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
        float weight = (float) (rarity * Math.log(1 + count.times()));
        weighed.add(new Weighed(entry.getKey(), weight, count.alone()));
      }
    }
    weighed.sort(
        Comparator.comparingDouble((Weighed word) -> -word.weight).thenComparing(Weighed::term));
    return weighed.subList(0, Math.min(MOST_WORDS, weighed.size()));
  }

  /** The papers this document cites, without their articles. */
  private Set<String> cited(DocumentId id) throws IOException {
    Set<String> cited = new HashSet<>();
    for (LeafReaderContext leaf : snapshot.leaves()) {
      PostingsEnum postings = leaf.reader().postings(new Term(Fields.ID, id.value()));
      SortedSetDocValues papers = leaf.reader().getSortedSetDocValues(Fields.CITES);
      Bits live = leaf.reader().getLiveDocs();
      if (postings == null || papers == null) {
        continue;
      }
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if ((live == null || live.get(doc)) && papers.advanceExact(doc)) {
          for (int i = 0; i < papers.docValueCount(); i++) {
            cited.add(papers.lookupOrd(papers.nextOrd()).utf8ToString());
          }
        }
      }
    }
    return cited;
  }

  /**
   * @param alone whether it may be told
   */
  private record Weighed(String term, float weight, boolean alone) {}
}
