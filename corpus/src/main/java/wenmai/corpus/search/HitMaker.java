package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.analyzers.fold.Folding;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.DocumentLookup.Shown;
import wenmai.corpus.engine.EngineAnswer.EngineHit;
import wenmai.corpus.engine.EngineAnswer.FoundBy;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest.Place;

/**
 * Makes of the engine's ids what a reader is shown (命中): summary, snippets, and why it is a hit.
 */
final class HitMaker {
  private final Folding folding;
  private final DocumentLookup lookup;
  private final Needles needles;
  private final Reasons reasons;
  private final List<Place> named;

  HitMaker(
      Folding folding,
      Vocabulary vocabulary,
      DocumentLookup lookup,
      EngineQuery query,
      List<Place> named) {
    this.folding = folding;
    this.lookup = lookup;
    this.needles = Needles.of(query, vocabulary);
    this.reasons = Reasons.of(query);
    this.named = named;
  }

  /** Texts are fetched for these hits alone. A document that has just gone is left out. */
  List<Hit> make(List<EngineHit> found) {
    List<DocumentId> ids = found.stream().map(EngineHit::id).distinct().toList();
    Map<DocumentId, Shown> all = lookup.shown(ids);
    List<Hit> hits = new ArrayList<>();
    for (EngineHit hit : found) {
      Shown shown = all.get(hit.id());
      if (shown != null) {
        List<Snippet> snippets =
            new SnippetMaker(folding, needles, shown.text()).make(hit.passages());
        hits.add(
            new Hit(
                shown.summary(),
                hit.score(),
                article(hit, snippets),
                why(hit, shown.summary(), snippets),
                hit.copies(),
                snippets));
      }
    }
    return hits;
  }

  /** Without texts. */
  List<Hit> bare(List<EngineHit> found) {
    Map<DocumentId, DocumentSummary> summaries =
        lookup.summaries(found.stream().map(EngineHit::id).distinct().toList());
    List<Hit> hits = new ArrayList<>();
    for (EngineHit hit : found) {
      DocumentSummary summary = summaries.get(hit.id());
      if (summary != null) {
        hits.add(new Hit(summary, hit.score(), hit.article(), List.of(), hit.copies(), List.of()));
      }
    }
    return hits;
  }

  /** The article that was asked for by name, else the one that answers best. */
  private Optional<String> article(EngineHit hit, List<Snippet> snippets) {
    return named.stream()
        .filter(place -> place.document().equals(hit.id()))
        .findFirst()
        .flatMap(Place::article)
        .or(hit::article)
        .or(() -> snippets.stream().findFirst().flatMap(Snippet::article));
  }

  private List<String> why(EngineHit hit, DocumentSummary summary, List<Snippet> snippets) {
    Set<String> why = new LinkedHashSet<>();
    boolean byName = named.stream().anyMatch(place -> place.document().equals(hit.id()));
    String title = folding.fold(summary.title().orElse("")).text();
    if (byName && reasons.mayBeNumber(summary)) {
      why.add("number");
    } else if (byName) {
      why.add("title");
    }
    if (reasons.byNumber()) {
      why.add("number");
    }
    if (reasons.byCitation()) {
      why.add("citation");
    }
    if (needles.exact().stream().anyMatch(title::contains)
        || needles.words().stream().anyMatch(title::contains)) {
      why.add("title");
    }
    if (needles.hasWords() && snippets.stream().anyMatch(snippet -> !snippet.marks().isEmpty())) {
      why.add("words");
    }
    if (hit.by().contains(FoundBy.MEANING)) {
      why.add("meaning");
    }
    return List.copyOf(why);
  }

  /** What the query asks for beside words. */
  private record Reasons(boolean byNumber, boolean byCitation, EngineQuery query) {
    static Reasons of(EngineQuery query) {
      return new Reasons(
          holds(query, EngineQuery.OfNumber.class), holds(query, EngineQuery.Cites.class), query);
    }

    private static boolean holds(EngineQuery query, Class<? extends EngineQuery> kind) {
      return kind.isInstance(query)
          || (query instanceof EngineQuery.All all
              && all.parts().stream().anyMatch(part -> holds(part, kind)))
          || (query instanceof EngineQuery.Any any
              && any.parts().stream().anyMatch(part -> holds(part, kind)));
    }

    /** Whether the words typed are this document's number rather than its title. */
    boolean mayBeNumber(DocumentSummary summary) {
      return query instanceof EngineQuery.Words words
          && summary.number().isPresent()
          && NamedPlace.of(words.run()).number().equals(summary.number());
    }
  }
}
