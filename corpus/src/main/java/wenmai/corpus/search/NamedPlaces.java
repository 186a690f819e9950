package wenmai.corpus.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineRequest.Place;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.structure.Provision;

/**
 * Finds what a query names by itself (直达): a number, a title as it stands, X法第N条. In an archive
 * that holds each article as a paper of its own, that paper is meant.
 */
final class NamedPlaces {
  /** A name that so many papers bear (政府工作报告) names none of them. */
  private static final int MOST_NAMESAKES = 30;

  /** Longest title looked for inside a question, in UTF-16 units. */
  private static final int LONGEST_TITLE = 80;

  private final EngineView view;
  private final DocumentLookup lookup;
  private final LawNames laws;

  NamedPlaces(EngineView view, DocumentLookup lookup, LawNames laws) {
    this.view = view;
    this.lookup = lookup;
    this.laws = laws;
  }

  /** What the whole query names, or what a question begins with; best first, perhaps nothing. */
  List<Place> in(String query) {
    if (query.isBlank() || query.length() > QueryParser.LONGEST) {
      return List.of();
    }
    NamedPlace named = NamedPlace.of(query);
    if (named.number().isPresent()) {
      return places(view.withNumber(named.number().get().toString()), Optional.empty());
    }
    List<Place> whole = places(titled(bare(query)), Optional.empty());
    if (!whole.isEmpty()) {
      return whole;
    }
    return isPlain(query)
        ? NamedPlace.within(query).map(this::within).orElse(List.of())
        : List.of();
  }

  /** Words alone; what is in a field or in quotation marks is asked for in another way. */
  private static boolean isPlain(String query) {
    try {
      return QueryLexer.tokens(query).stream().allMatch(QueryToken.Run.class::isInstance);
    } catch (QueryProblem e) {
      return false;
    }
  }

  /**
   * Whether there are quotation marks in a query: they find what holds the run and nothing else,
   * whatever paper it may name.
   */
  static boolean isQuoted(String query) {
    try {
      return QueryLexer.tokens(query).stream().anyMatch(QueryToken.Quoted.class::isInstance);
    } catch (QueryProblem e) {
      return false;
    }
  }

  private static String bare(String title) {
    return title.strip().replaceAll("[《》]", "");
  }

  /** The longest title that ends where the article's number begins. */
  private List<Place> within(NamedPlace named) {
    String before = named.name();
    Optional<String> article = named.provision().map(NamedPlaces::article);
    for (int from = Math.max(0, before.length() - LONGEST_TITLE); from < before.length(); from++) {
      String title = before.substring(from);
      List<DocumentId> alone =
          article
              .map(number -> view.withTitle(title + "第" + words(number) + "条"))
              .orElse(List.of());
      List<DocumentId> found = alone.isEmpty() ? titled(title) : alone;
      if (!found.isEmpty()) {
        return places(found, alone.isEmpty() ? article : Optional.empty());
      }
    }
    return List.of();
  }

  /** What bears this title, or the law that is commonly called so. */
  private List<DocumentId> titled(String title) {
    List<DocumentId> found = view.withTitle(title);
    return found.isEmpty() ? laws.full(title).map(view::withTitle).orElse(found) : found;
  }

  /** 12_1 is 第12条之一 in a title of its own; only the plain number is looked for. */
  private static String words(String article) {
    int inserted = article.indexOf('_');
    return inserted < 0 ? article : article.substring(0, inserted);
  }

  /** The article alone, for passages are articles. */
  private static String article(Provision provision) {
    Provision.Point first = provision.ranges().getFirst().first();
    return new Provision.Point(first.article(), first.inserted(), 0, 0).toString();
  }

  /** In force before the rest, then the newest. */
  private List<Place> places(List<DocumentId> ids, Optional<String> article) {
    if (ids.size() > MOST_NAMESAKES) {
      return List.of();
    }
    Map<DocumentId, DocumentSummary> summaries = lookup.summaries(ids);
    List<DocumentSummary> known = new ArrayList<>(summaries.values());
    known.sort(
        Comparator.comparing((DocumentSummary one) -> one.status() == Status.REPEALED)
            .thenComparing(one -> one.duplicateOf().isPresent())
            .thenComparing(one -> one.date().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(DocumentSummary::id));
    return known.stream().map(one -> new Place(one.id(), article)).toList();
  }
}
