package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineView;

/**
 * Looks for citations of a paper under all its names (引用扩展): who asks for a title also means those
 * who cite its number, and the other way round, as far as the paper is held; and a national law is
 * asked for by what it is commonly called.
 */
final class CitationWidening {
  private final EngineView view;
  private final DocumentLookup lookup;
  private final LawNames laws;

  CitationWidening(EngineView view, DocumentLookup lookup, LawNames laws) {
    this.view = view;
    this.lookup = lookup;
    this.laws = laws;
  }

  EngineQuery widen(EngineQuery query) {
    return switch (query) {
      case EngineQuery.Cites cites -> widen(cites);
      case EngineQuery.All all -> new EngineQuery.All(each(all.parts()));
      case EngineQuery.Any any -> new EngineQuery.Any(each(any.parts()));
      case EngineQuery.Not not -> new EngineQuery.Not(widen(not.part()));
      case EngineQuery.InTitle title -> title;
      case EngineQuery.Everything everything -> everything;
      case EngineQuery.Words words -> words;
      case EngineQuery.Question question -> question;
      case EngineQuery.Exact exact -> exact;
      case EngineQuery.Wildcard wildcard -> wildcard;
      case EngineQuery.Near near -> near;
      case EngineQuery.OfNumber number -> number;
      case EngineQuery.InRaw raw -> raw;
      case EngineQuery.OfOrgan organ -> organ;
      case EngineQuery.OfKind kind -> kind;
      case EngineQuery.Dated dated -> dated;
      case EngineQuery.OneOf oneOf -> oneOf;
    };
  }

  private List<EngineQuery> each(List<EngineQuery> parts) {
    return parts.stream().map(this::widen).toList();
  }

  private EngineQuery widen(EngineQuery.Cites cites) {
    CitedPlace place = cites.place();
    Set<EngineQuery> ways = new LinkedHashSet<>(Set.of(cites));
    place
        .title()
        .flatMap(name -> laws.full(name.value()))
        .map(full -> cited(full, place))
        .ifPresent(ways::add);
    for (DocumentSummary paper : papers(place)) {
      paper
          .title()
          .filter(title -> place.number().isPresent() && !title.isBlank())
          .ifPresent(title -> ways.add(cited(title, place)));
      if (place.number().isEmpty() && paper.number().filter(n -> !n.isSerialOnly()).isPresent()) {
        ways.add(
            new EngineQuery.Cites(
                new CitedPlace(Optional.empty(), paper.number(), place.provision())));
      }
    }
    return ways.size() == 1 ? cites : new EngineQuery.Any(new ArrayList<>(ways));
  }

  private static EngineQuery cited(String title, CitedPlace place) {
    return new EngineQuery.Cites(
        new CitedPlace(Optional.of(TitleKey.of(title)), Optional.empty(), place.provision()));
  }

  private List<DocumentSummary> papers(CitedPlace place) {
    List<DocumentId> ids = new ArrayList<>();
    place.title().ifPresent(title -> ids.addAll(view.withTitle(title.value())));
    place.number().ifPresent(number -> ids.addAll(view.withNumber(number.toString())));
    Map<DocumentId, DocumentSummary> found = lookup.summaries(ids);
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }
}
