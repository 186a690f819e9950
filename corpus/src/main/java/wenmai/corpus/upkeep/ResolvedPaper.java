package wenmai.corpus.upkeep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationResolver;
import wenmai.corpus.citation.CitingPaper;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;

/**
 * A document's citations resolved for everyone who may see it.
 *
 * @param asked under which keys the catalogue was asked
 */
record ResolvedPaper(long doc, List<Link> links, Set<CatalogueKey> asked) {

  /**
   * One citation as it is kept.
   *
   * @param ordinal its place among the document's citations, from 0
   * @param sight for whom this holds
   * @param wanted the name of what is not held, as it is written
   */
  record Link(
      int ordinal,
      int sight,
      Citation citation,
      Optional<DocumentId> target,
      List<DocumentId> candidates,
      Optional<String> wanted) {}

  /** A document that is not here cites nothing. */
  static ResolvedPaper none(long doc) {
    return new ResolvedPaper(doc, List.of(), Set.of());
  }

  static ResolvedPaper of(
      long doc, CitingPaper paper, CitationResolver resolver, StoredCatalogue catalogue) {
    StoredCatalogue.Asking everything = catalogue.asking(Sight.INTERNAL);
    List<Resolution> forInternal = resolver.resolve(paper, everything);
    Set<CatalogueKey> asked = new HashSet<>(everything.asked());
    if (paper.visibility() == Visibility.INTERNAL) {
      return new ResolvedPaper(doc, links(forInternal, Sight.INTERNAL), asked);
    }
    if (!everything.differsByAudience()) {
      return new ResolvedPaper(doc, links(forInternal, Sight.BOTH), asked);
    }
    StoredCatalogue.Asking open = catalogue.asking(Sight.PUBLIC);
    List<Resolution> forPublic = resolver.resolve(paper, open);
    asked.addAll(open.asked());
    return new ResolvedPaper(doc, links(forPublic, forInternal), asked);
  }

  private static List<Link> links(List<Resolution> resolutions, int sight) {
    List<Link> links = new ArrayList<>(resolutions.size());
    for (int i = 0; i < resolutions.size(); i++) {
      links.add(link(i, sight, resolutions.get(i)));
    }
    return links;
  }

  private static List<Link> links(List<Resolution> forPublic, List<Resolution> forInternal) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < forPublic.size(); i++) {
      if (forPublic.get(i).equals(forInternal.get(i))) {
        links.add(link(i, Sight.BOTH, forPublic.get(i)));
      } else {
        links.add(link(i, Sight.PUBLIC, forPublic.get(i)));
        links.add(link(i, Sight.INTERNAL, forInternal.get(i)));
      }
    }
    return links;
  }

  private static Link link(int ordinal, int sight, Resolution resolution) {
    Citation citation = resolution.citation();
    return switch (resolution) {
      case Resolution.Resolved resolved ->
          new Link(
              ordinal,
              sight,
              citation,
              Optional.of(resolved.target()),
              List.of(),
              Optional.empty());
      case Resolution.Ambiguous ambiguous ->
          new Link(
              ordinal, sight, citation, Optional.empty(), ambiguous.candidates(), Optional.empty());
      case Resolution.Wanted wanted ->
          new Link(ordinal, sight, citation, Optional.empty(), List.of(), name(citation));
    };
  }

  /** What to ask for; a word of the text's own making is the name of nothing. */
  private static Optional<String> name(Citation citation) {
    return switch (citation.type()) {
      case TITLE, SHORT, NUMBER, ALIAS, BARE ->
          citation.title().or(() -> citation.number().map(Object::toString));
      case SELF, RELATIVE, SESSION -> Optional.empty();
    };
  }
}
