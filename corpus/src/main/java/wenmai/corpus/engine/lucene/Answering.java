package wenmai.corpus.engine.lucene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.lucene.Snapshot.Place;

/**
 * What makes one text a better answer to a question than another with the same words (答问次序): its
 * standing among the laws, and that other articles of its law are about the matter too.
 */
final class Answering {
  /** So many of the best show which laws are about the matter. */
  private static final int BEST = 50;

  private final Snapshot snapshot;
  private final float lawShare;

  /**
   * @param lawShare by how much the law that holds most of the best is raised
   */
  Answering(Snapshot snapshot, float lawShare) {
    this.snapshot = snapshot;
    this.lawShare = lawShare;
  }

  /** Whether a query is a question, or has one in it. */
  static boolean isAsked(EngineQuery query) {
    return switch (query) {
      case EngineQuery.Question question -> true;
      case EngineQuery.All all -> all.parts().stream().anyMatch(Answering::isAsked);
      case EngineQuery.Any any -> any.parts().stream().anyMatch(Answering::isAsked);
      default -> false;
    };
  }

  /** A question is answered by the law before what carries it out. */
  void raiseByStanding(Candidates candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      Place place = snapshot.place(candidates.doc(i));
      float share = place.columns().standing(place.ordinal());
      candidates.score(i, candidates.score(i) * (1 + share));
    }
  }

  /** Where many of the best articles are of one law, its articles are raised, of others less. */
  void raiseByLaw(Candidates articles) {
    Map<Integer, Float> byLaw = scoresOfBest(articles);
    float most = byLaw.values().stream().max(Comparator.naturalOrder()).orElse(0f);
    for (int i = 0; most > 0 && i < articles.size(); i++) {
      float share = byLaw.getOrDefault(law(articles.doc(i)), 0f) / most;
      articles.score(i, articles.score(i) * (1 + lawShare * share));
    }
  }

  /** By law: what its articles among the best score together. */
  private Map<Integer, Float> scoresOfBest(Candidates articles) {
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer at) -> articles.score(at))
                .thenComparing(Comparator.<Integer>naturalOrder().reversed()));
    for (int i = 0; i < articles.size(); i++) {
      boolean full = best.size() >= BEST;
      boolean worse = full && articles.score(i) <= articles.score(best.element());
      if (articles.failed(i) == 0 && !worse) {
        best.add(i);
        if (full) {
          best.remove();
        }
      }
    }
    Map<Integer, Float> byLaw = new HashMap<>();
    for (int at : best) {
      int law = law(articles.doc(at));
      if (law != 0) {
        byLaw.merge(law, articles.score(at), Float::sum);
      }
    }
    return byLaw;
  }

  private int law(int doc) {
    Place place = snapshot.place(doc);
    return place.columns().law(place.ordinal());
  }
}
