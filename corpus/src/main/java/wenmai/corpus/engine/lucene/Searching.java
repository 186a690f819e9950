package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Query;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.EngineAnswer;
import wenmai.corpus.engine.EngineAnswer.EngineHit;
import wenmai.corpus.engine.EngineAnswer.FoundBy;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Blend;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.engine.Passage;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.engine.lucene.Snapshot.Place;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Sort;

/** Answers one request (一次检索): match, fold, count, rank, and show where. */
final class Searching {
  private final Snapshot snapshot;
  private final Analysis analysis;
  private final Weights weights;
  private final EngineRequest request;
  private final TextLevel level;
  private final Fusion fusion;

  Searching(Snapshot snapshot, Analysis analysis, Weights weights, EngineRequest request) {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.weights = weights;
    this.request = request;
    this.level = request.level() == Level.ARTICLE ? TextLevel.PASSAGES : TextLevel.DOCUMENTS;
    this.fusion = new Fusion(snapshot, request, level);
  }

  EngineAnswer answer() {
    Candidates candidates = fusion.join(byWords());
    boolean asks = Answering.isAsked(request.query());
    Answering answering = new Answering(snapshot, weights.question().law());
    if (asks) {
      answering.raiseByStanding(candidates);
    }
    if (level == TextLevel.PASSAGES) {
      joinParts(candidates);
      if (asks) {
        answering.raiseByLaw(candidates);
      }
    }
    Copying copying = new Copying(snapshot, request.sideValues());
    if (request.copies() == Copies.FOLD) {
      copying.fold(candidates);
    }
    Map<FacetName, Map<String, Long>> facets =
        request.counting() == Counting.FACETS
            ? FacetCounter.count(candidates, snapshot, request.sideValues())
            : Map.of();
    candidates.keep(at -> candidates.failed(at) == 0);
    if (request.sort() == Sort.RELEVANCE) {
      raiseFirst(candidates);
    }
    int to = (int) Math.min(candidates.size(), (long) request.offset() + request.size());
    candidates.rank(request.offset(), to, Orders.of(request, snapshot));
    return new EngineAnswer(candidates.size(), hits(candidates, to, copying), facets);
  }

  private Candidates byWords() {
    boolean meaningAlone =
        request.meaning().filter(m -> m.blend() == Blend.MEANING_ALONE).isPresent();
    return meaningAlone
        ? new Candidates()
        : Matching.of(maker(level).make(request.query()), snapshot, request);
  }

  private QueryMaker maker(TextLevel onLevel) {
    return new QueryMaker(analysis, weights, onLevel, snapshot);
  }

  /**
   * An article that was too long for one passage is one hit, and so is what a document says outside
   * its articles: the best part stands for it.
   */
  private void joinParts(Candidates candidates) {
    ArticleNumbers numbers = new ArticleNumbers(snapshot);
    long[] keys = new long[candidates.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = numbers.key(candidates.doc(i));
    }
    boolean[] dropped = new boolean[keys.length];
    int article = -1;
    int outside = -1;
    for (int i = 0; i < keys.length; i++) {
      boolean isOutside = (int) keys[i] == ArticleNumbers.OUTSIDE;
      int before = isOutside ? outside : article;
      int best = i;
      if (before >= 0 && keys[before] == keys[i]) {
        best = candidates.score(i) > candidates.score(before) ? i : before;
        dropped[best == i ? before : i] = true;
      }
      if (isOutside) {
        outside = best;
      } else {
        article = best;
      }
    }
    candidates.keep(at -> !dropped[at]);
  }

  /** The documents that the query names by itself stand before all others. */
  private void raiseFirst(Candidates candidates) {
    if (request.first().isEmpty() || candidates.size() == 0) {
      return;
    }
    float top = 0;
    for (int i = 0; i < candidates.size(); i++) {
      top = Math.max(top, candidates.score(i));
    }
    for (int rank = 0; rank < request.first().size(); rank++) {
      Query named = maker(level).make(new EngineQuery.OneOf(List.of(request.first().get(rank))));
      Candidates found = Matching.of(named, snapshot, request);
      Set<Integer> docs = new HashSet<>();
      for (int i = 0; i < found.size(); i++) {
        docs.add(found.doc(i));
      }
      for (int i = 0; i < candidates.size(); i++) {
        if (docs.contains(candidates.doc(i)) && candidates.score(i) <= top) {
          candidates.score(i, top + request.first().size() - rank);
        }
      }
    }
  }

  private List<EngineHit> hits(Candidates candidates, int to, Copying copying) {
    List<Integer> documents = new ArrayList<>();
    for (int i = request.offset(); i < to; i++) {
      documents.add(candidates.doc(i));
    }
    Map<Integer, List<Passage>> passages = passages(documents);
    List<EngineHit> hits = new ArrayList<>();
    for (int i = request.offset(); i < to; i++) {
      Place place = snapshot.place(candidates.doc(i));
      List<Passage> best = withNearest(candidates.doc(i), passages);
      DocumentId id = place.id();
      Optional<String> article = best.stream().findFirst().flatMap(Passage::article);
      hits.add(
          new EngineHit(
              id, article, candidates.score(i), copying.under(id), by(candidates.doc(i)), best));
    }
    return hits;
  }

  /** Where the words stand, and the passage that is nearest in meaning. */
  private List<Passage> withNearest(int doc, Map<Integer, List<Passage>> passages) {
    List<Passage> all = new ArrayList<>(passages.getOrDefault(doc, List.of()));
    fusion.nearest(doc).filter(near -> !all.contains(near)).ifPresent(all::add);
    return all;
  }

  private Set<FoundBy> by(int doc) {
    Set<FoundBy> by = EnumSet.noneOf(FoundBy.class);
    if (fusion.foundByWords(doc)) {
      by.add(FoundBy.QUERY);
    }
    if (fusion.foundByMeaning(doc)) {
      by.add(FoundBy.MEANING);
    }
    return by;
  }

  private Map<Integer, List<Passage>> passages(List<Integer> docs) {
    if (level == TextLevel.PASSAGES) {
      return new PassagePointer(snapshot).themselves(docs);
    }
    List<EngineQuery> parts = Relaxed.parts(request.query());
    if (request.passages() == 0 || parts.isEmpty()) {
      return Map.of();
    }
    Query query = maker(TextLevel.PASSAGES).make(new EngineQuery.Any(parts));
    return new PassagePointer(snapshot).best(docs, query, request.passages());
  }

  /** The document and the number of the article in it, so that parts of one can be told. */
  private static final class ArticleNumbers {
    /** In place of an article's number. */
    static final int OUTSIDE = -1;

    private final Snapshot snapshot;
    private int leafBase = -1;
    private Optional<SortedDocValues> values = Optional.empty();

    ArticleNumbers(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    long key(int doc) {
      try {
        Place place = snapshot.place(doc);
        if (place.leaf().docBase != leafBase) {
          leafBase = place.leaf().docBase;
          values = Optional.ofNullable(place.leaf().reader().getSortedDocValues(Fields.ARTICLE));
        }
        boolean numbered = values.isPresent() && values.get().advanceExact(place.doc());
        int article = numbered ? values.get().ordValue() : OUTSIDE;
        return (long) place.document() << Integer.SIZE | Integer.toUnsignedLong(article);
      } catch (IOException e) {
        throw new UnableToUseIndex("tell articles apart", e);
      }
    }
  }
}
