package wenmai.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wenmai.corpus.Lineage;
import wenmai.corpus.search.DocumentSummary;
import wenmai.web.api.Articles;
import wenmai.web.api.CitedByList;
import wenmai.web.api.CitedByList.CitedByRequest;
import wenmai.web.render.Messages;

/**
 * The page of all places that cite a document (被引), down to the article and paragraph.
 *
 * @param clearUrl the same without filters, or empty where there are none
 */
public record CitedByPage(
    String title,
    String url,
    int total,
    List<FacetBox> facets,
    List<PlaceRow> places,
    String clearUrl,
    Paging paging) {
  private static final int SHOWN_VALUES = 12;

  /**
   * One place that cites.
   *
   * @param article what is cited of the document, or empty
   */
  public record PlaceRow(
      Titles.PaperRow paper,
      String kind,
      String organ,
      String relation,
      String article,
      String quote,
      String quoteUrl) {}

  static CitedByPage of(DocumentSummary cited, CitedByList list, Messages messages) {
    CitedByRequest request = list.request();
    List<FacetBox> boxes = new ArrayList<>();
    for (String name : CitedByList.facetNames()) {
      List<FacetBox.Value> values =
          list.facets().getOrDefault(name, List.of()).stream()
              .map(count -> value(cited, request, name, count))
              .toList();
      if (!values.isEmpty()) {
        int shown = Math.min(SHOWN_VALUES, values.size());
        boxes.add(
            new FacetBox(
                name,
                messages.get("cited.facet." + name),
                values.subList(0, shown),
                values.subList(shown, values.size()),
                true));
      }
    }
    boolean filtered = request.article().isPresent() || !request.filters().isEmpty();
    return new CitedByPage(
        cited.title().orElseGet(() -> messages.get("search.untitled")),
        Addresses.document(cited.id()),
        list.total(),
        boxes,
        list.places().stream().map(place -> row(place, messages)).toList(),
        filtered ? Addresses.citedBy(cited.id()) : "",
        Paging.of(
            request.page(), request.size(), list.total(), page -> address(cited, request, page)));
  }

  private static FacetBox.Value value(
      DocumentSummary cited, CitedByRequest request, String facet, CitedByList.Count count) {
    boolean chosen = request.chosen(facet).equals(count.value());
    return new FacetBox.Value(
        count.label(),
        count.count(),
        address(cited, request.with(facet, chosen ? "" : count.value()), 1),
        chosen);
  }

  private static String address(DocumentSummary cited, CitedByRequest request, int page) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    for (String facet : CitedByList.facetNames()) {
      if (!request.chosen(facet).isEmpty()) {
        parameters.add(Map.entry(facet, request.chosen(facet)));
      }
    }
    if (page > 1) {
      parameters.add(Map.entry("page", Integer.toString(page)));
    }
    return Addresses.withParameters(Addresses.citedBy(cited.id()), parameters);
  }

  private static PlaceRow row(Lineage.CitedBy place, Messages messages) {
    return new PlaceRow(
        Standing.paper(place.by(), messages),
        messages.label("kind", place.by().kind().key()),
        place.by().organ().map(Object::toString).orElse(""),
        messages.label("edge", place.type().key()),
        place.article().map(article -> Articles.label(article, messages)).orElse(""),
        place.evidence().quote().words(),
        Addresses.place(place.evidence()));
  }
}
