package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import wenmai.corpus.engine.Passage;
import wenmai.corpus.engine.lucene.Snapshot.Place;
import wenmai.corpus.text.Span;

/** Finds where in a document it answers best (段落定位): its passages, scored by themselves. */
final class PassagePointer {
  private final Snapshot snapshot;

  PassagePointer(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The best passages of each of these Lucene documents that stand for whole documents.
   *
   * @param query on passages
   * @param most passages of one document
   */
  Map<Integer, List<Passage>> best(List<Integer> documents, Query query, int most) {
    Map<Integer, List<Passage>> found = new HashMap<>();
    try {
      Weight weight =
          snapshot
              .searcher()
              .createWeight(snapshot.searcher().rewrite(query), ScoreMode.COMPLETE, 1);
      Map<LeafReaderContext, Scorer> scorers = new HashMap<>();
      for (int document : documents.stream().sorted().toList()) {
        snapshot.refuseWhatIsLate();
        Place place = snapshot.place(document);
        if (!scorers.containsKey(place.leaf())) {
          Scorer scorer = weight.scorer(place.leaf());
          scorers.put(place.leaf(), scorer);
        }
        Scorer scorer = scorers.get(place.leaf());
        if (scorer != null) {
          found.put(document, best(scorer, place, most));
        }
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look for passages", e);
    }
    return found;
  }

  /** The passages that these Lucene documents stand for. */
  Map<Integer, List<Passage>> themselves(List<Integer> docs) {
    Map<Integer, List<Passage>> found = new HashMap<>();
    try {
      for (int doc : docs) {
        Place place = snapshot.place(doc);
        found.put(doc, at(place.leaf().reader(), place.doc()).stream().toList());
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look for passages", e);
    }
    return found;
  }

  private record Scored(int doc, float score) {}

  /** Best first; of two alike the former. */
  private static final Comparator<Scored> BEST =
      Comparator.comparingDouble((Scored passage) -> -passage.score())
          .thenComparingInt(Scored::doc);

  private static List<Passage> best(Scorer scorer, Place place, int most) throws IOException {
    PriorityQueue<Scored> kept = new PriorityQueue<>(most + 1, BEST.reversed());
    DocIdSetIterator passages = scorer.iterator();
    int doc = passages.docID();
    int start = place.columns().blockStart(place.ordinal());
    doc = doc < start ? passages.advance(start) : doc;
    while (doc <= place.columns().document(place.ordinal())) {
      kept.add(new Scored(doc, scorer.score()));
      if (kept.size() > most) {
        kept.remove();
      }
      doc = passages.nextDoc();
    }
    List<Passage> best = new ArrayList<>();
    for (Scored passage : kept.stream().sorted(BEST).toList()) {
      at(place.leaf().reader(), passage.doc()).ifPresent(best::add);
    }
    return best;
  }

  /** The passage that a Lucene document stands for, if it stands for one. */
  static Optional<Passage> at(LeafReader reader, int doc) throws IOException {
    NumericDocValues starts = reader.getNumericDocValues(Fields.PASSAGE_START);
    NumericDocValues ends = reader.getNumericDocValues(Fields.PASSAGE_END);
    if (starts == null || ends == null || !starts.advanceExact(doc) || !ends.advanceExact(doc)) {
      return Optional.empty();
    }
    return Optional.of(
        new Passage(
            article(reader, doc), Span.of((int) starts.longValue(), (int) ends.longValue())));
  }

  private static Optional<String> article(LeafReader reader, int doc) throws IOException {
    SortedDocValues articles = reader.getSortedDocValues(Fields.ARTICLE);
    return articles != null && articles.advanceExact(doc)
        ? Optional.of(articles.lookupOrd(articles.ordValue()).utf8ToString())
        : Optional.empty();
  }
}
