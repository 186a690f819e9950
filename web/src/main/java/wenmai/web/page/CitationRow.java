package wenmai.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.web.render.Annotations;
import wenmai.web.render.DocumentBody;
import wenmai.web.render.Messages;

/**
 * One paper that is cited, with every place.
 *
 * @param url of the paper, or empty where it is not held
 * @param places the words of each citation, with the anchor of its place
 * @param sentence the first sentence that cites it
 * @param candidates papers that could be meant where nothing decides
 */
public record CitationRow(
    String title,
    String url,
    String relation,
    List<Place> places,
    String sentence,
    List<Titles.PaperRow> candidates) {
  private static final int SHOWN_PLACES = 12;
  private static final int PREVIEW = 120;

  /** Where it is cited. */
  public record Place(String words, String anchor) {}

  /** One row a cited paper, in the order of the text; the paper itself is left out. */
  static List<CitationRow> of(
      DocumentId self, List<Resolution> resolutions, Titles titles, Messages messages) {
    Map<String, CitationRow> rows = new LinkedHashMap<>();
    for (Resolution resolution : resolutions) {
      CitationRow row = row(self, resolution, titles, messages);
      if (!row.title().isEmpty()) {
        rows.merge(row.title() + row.url(), row, CitationRow::join);
      }
    }
    return List.copyOf(rows.values());
  }

  private static CitationRow join(CitationRow a, CitationRow b) {
    List<Place> places = new ArrayList<>(a.places());
    for (Place place : b.places()) {
      boolean known = places.stream().anyMatch(p -> p.words().equals(place.words()));
      if (!known && places.size() < SHOWN_PLACES) {
        places.add(place);
      }
    }
    return new CitationRow(a.title(), a.url(), a.relation(), places, a.sentence(), a.candidates());
  }

  private static CitationRow row(
      DocumentId self, Resolution resolution, Titles titles, Messages messages) {
    Citation citation = resolution.citation();
    String named =
        citation.title().orElseGet(() -> citation.number().map(Object::toString).orElse(""));
    return switch (resolution) {
      case Resolution.Resolved resolved when resolved.target().equals(self) ->
          row(citation, "", "", List.of(), messages);
      case Resolution.Resolved resolved ->
          row(
              citation,
              titles.title(resolved.target()),
              Addresses.document(resolved.target()),
              List.of(),
              messages);
      case Resolution.Ambiguous ambiguous ->
          row(
              citation,
              named,
              "",
              ambiguous.candidates().stream().map(titles::row).toList(),
              messages);
      case Resolution.Wanted wanted ->
          row(citation, citation.type() == CitationType.SELF ? "" : named, "", List.of(), messages);
    };
  }

  private static CitationRow row(
      Citation citation,
      String title,
      String url,
      List<Titles.PaperRow> candidates,
      Messages messages) {
    return new CitationRow(
        title,
        url,
        messages.label("relation", citation.relation().key()),
        List.of(
            new Place(
                citation.place().words().replaceAll("\\s+", ""),
                Annotations.evidenceId(citation.place().span()))),
        citation.sentence().words(),
        candidates);
  }

  /** Where the words of a citation lead, and what is shown of that on the spot. */
  static Annotations.Link link(
      OfficialDocument self, Resolution resolution, Titles titles, Messages messages) {
    Citation citation = resolution.citation();
    var span = citation.place().span();
    String relation = messages.label("relation", citation.relation().key());
    return switch (resolution) {
      case Resolution.Resolved resolved when resolved.target().equals(self.id()) ->
          toItself(self, citation);
      case Resolution.Resolved resolved ->
          new Annotations.Link(
              span,
              article(citation)
                  .map(article -> Addresses.article(resolved.target(), article))
                  .orElse(Addresses.document(resolved.target())),
              relation + " · " + titles.preview(resolved.target()));
      case Resolution.Ambiguous ambiguous ->
          new Annotations.Link(span, "", messages.get("document.ambiguous"));
      case Resolution.Wanted wanted ->
          new Annotations.Link(span, "", messages.get("document.unresolved"));
    };
  }

  /** A link within the page, which shows how the article begins. */
  private static Annotations.Link toItself(OfficialDocument self, Citation citation) {
    var span = citation.place().span();
    Content content = self.content();
    return article(citation)
        .flatMap(article -> content.outline().at(article))
        .map(division -> {
          String words = division.span().toUtf16(content.text()).in(content.text()).strip();
          return new Annotations.Link(
              span,
              "#" + DocumentBody.anchor(division),
              words.length() > PREVIEW ? words.substring(0, PREVIEW) + "…" : words);
        })
        .orElse(new Annotations.Link(span, "#main", ""));
  }

  private static Optional<String> article(Citation citation) {
    return citation.provision().map(p -> p.ranges().getFirst().first().toString());
  }
}
