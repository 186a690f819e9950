package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.NumericDocValues;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.engine.EngineRequest.Meaning;
import wenmai.corpus.engine.Passage;
import wenmai.corpus.engine.PassageVectors.Nearby;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.engine.lucene.Snapshot.Place;

/**
 * Joins what was found by words with what is near in meaning (融合): both scores are brought between
 * 0 and 1 and added by a share that was learned; see {@code docs/decisions}, where this is beside
 * reciprocal-rank fusion, which knows less and does worse.
 */
final class Fusion {
  private final Snapshot snapshot;
  private final EngineRequest request;
  private final TextLevel level;

  /** By Lucene document: how near it is, and its nearest passage. */
  private final TreeMap<Integer, Near> near = new TreeMap<>();

  private final Map<Integer, Boolean> byWords = new HashMap<>();

  Fusion(Snapshot snapshot, EngineRequest request, TextLevel level) {
    this.snapshot = snapshot;
    this.request = request;
    this.level = level;
    request.meaning().map(Meaning::nearest).orElse(List.of()).forEach(this::place);
  }

  /** The nearest passage of a document decides; articles are near by themselves. */
  private void place(Nearby nearby) {
    Optional<Place> place = snapshot.find(nearby.document());
    if (place.isEmpty()) {
      return; // has just gone, or is not for this audience
    }
    try {
      Optional<Place> passage = passage(place.get(), nearby.start());
      int doc =
          level == TextLevel.DOCUMENTS
              ? place.get().document()
              : passage.map(found -> found.leaf().docBase + found.doc()).orElse(-1);
      if (doc >= 0) {
        near.merge(
            doc,
            new Near(nearby.similarity(), passage),
            (one, other) -> one.similarity >= other.similarity ? one : other);
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look for a passage", e);
    }
  }

  private Optional<Place> passage(Place document, int start) throws IOException {
    NumericDocValues starts = document.leaf().reader().getNumericDocValues(Fields.PASSAGE_START);
    SegmentColumns columns = document.columns();
    int ordinal = document.ordinal();
    for (int doc = columns.blockStart(ordinal); doc <= columns.document(ordinal); doc++) {
      if (starts != null && starts.advanceExact(doc) && starts.longValue() == start) {
        return Optional.of(new Place(document.leaf(), columns, doc, ordinal));
      }
    }
    return Optional.empty();
  }

  private double weight() {
    return request.meaning().map(Meaning::words).orElse(1.0);
  }

  /** Both together, in the order they stand in the index. */
  Candidates join(Candidates words) {
    if (near.isEmpty()) {
      return words;
    }
    Shares shares = Shares.of(words, near.values(), weight());
    Candidates joined = new Candidates();
    TreeMap<Integer, Near> rest = new TreeMap<>(near);
    for (int i = 0; i < words.size(); i++) {
      while (!rest.isEmpty() && rest.firstKey() < words.doc(i)) {
        addNear(joined, rest.pollFirstEntry(), shares);
      }
      Near also = rest.remove(words.doc(i));
      double meaning = also == null ? 0 : shares.ofMeaning(also.similarity);
      joined.add(words.doc(i), shares.together(words.score(i), meaning), words.failed(i));
      if (also != null) {
        byWords.put(words.doc(i), true);
      }
    }
    rest.entrySet().forEach(entry -> addNear(joined, entry, shares));
    return joined;
  }

  private void addNear(Candidates joined, Map.Entry<Integer, Near> entry, Shares shares) {
    Place place = snapshot.place(entry.getKey());
    int failed =
        new SegmentFilter(
                place.columns(),
                snapshot.sides(place.leaf(), request.sideValues()),
                request.narrowing())
            .failed(place.ordinal());
    int mostFailures = request.counting() == Counting.FACETS ? 1 : 0;
    if (failed >= 0 && Integer.bitCount(failed) <= mostFailures) {
      joined.add(
          entry.getKey(),
          shares.together(0, shares.ofMeaning(entry.getValue().similarity)),
          failed);
    }
  }

  boolean foundByMeaning(int doc) {
    return near.containsKey(doc);
  }

  boolean foundByWords(int doc) {
    return !near.containsKey(doc) || byWords.containsKey(doc);
  }

  /** The passage that is nearest, of a document found by meaning. */
  Optional<Passage> nearest(int doc) {
    Near found = near.get(doc);
    if (found == null || found.passage.isEmpty()) {
      return Optional.empty();
    }
    try {
      Place place = found.passage.get();
      return PassagePointer.at(place.leaf().reader(), place.doc());
    } catch (IOException e) {
      throw new UnableToUseIndex("look for a passage", e);
    }
  }

  private record Near(double similarity, Optional<Place> passage) {}

  /**
   * Brings both scores between 0 and 1: what words score by the best of them, what is near by the
   * nearest and the farthest that were found (Bruch, Gai and Ingber, An Analysis of Fusion
   * Functions for Hybrid Retrieval, 2023).
   */
  private record Shares(float best, double farthest, double nearest, double weight) {
    static Shares of(Candidates words, Collection<Near> near, double weight) {
      float best = 0;
      for (int i = 0; i < words.size(); i++) {
        best = Math.max(best, words.score(i));
      }
      DoubleSummaryStatistics similarities =
          near.stream().mapToDouble(Near::similarity).summaryStatistics();
      return new Shares(best, similarities.getMin(), similarities.getMax(), weight);
    }

    double ofMeaning(double similarity) {
      return nearest > farthest ? (similarity - farthest) / (nearest - farthest) : 1;
    }

    float together(float words, double meaning) {
      double share = best > 0 ? words / best : 0;
      return (float) (weight * share + (1 - weight) * meaning);
    }
  }
}
