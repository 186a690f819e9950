package wenmai.web.page;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.Snippet;
import wenmai.corpus.structure.Provision;
import wenmai.web.render.Html;
import wenmai.web.render.Markup;
import wenmai.web.render.Messages;

/**
 * A paper in a list, as it is shown.
 *
 * @param why what else than its words made it a hit
 * @param copies how many copies are folded under it
 */
public record HitRow(
    String url,
    String title,
    String kind,
    String number,
    String organ,
    String date,
    String status,
    String statusLabel,
    boolean internal,
    List<String> why,
    int copies,
    List<SnippetRow> snippets) {

  /**
   * A stretch of text with its hits marked.
   *
   * @param label the article it stands in, or empty
   * @param page of the original on which it stands, or empty where there are none
   */
  public record SnippetRow(Markup html, String url, String label, String page, String pageUrl) {}

  /**
   * @param query carried along, so that the document's page marks the same words; may be empty
   */
  static HitRow of(Hit hit, String query, Messages messages) {
    return row(
        hit.document(),
        Addresses.document(hit.document().id(), query, hit.article()),
        hit.why().stream()
            .filter(why -> !why.equals("words"))
            .map(why -> messages.label("why", why))
            .toList(),
        hit.copies().size(),
        hit.snippets().stream().map(s -> snippet(hit, s, query, messages)).toList(),
        messages);
  }

  static HitRow of(DocumentSummary document, Messages messages) {
    return row(document, Addresses.document(document.id()), List.of(), 0, List.of(), messages);
  }

  private static HitRow row(
      DocumentSummary document,
      String url,
      List<String> why,
      int copies,
      List<SnippetRow> snippets,
      Messages messages) {
    return new HitRow(
        url,
        document.title().orElse(""),
        messages.label("kind", document.kind().key()),
        document.number().map(Object::toString).orElse(""),
        document.organ().map(Object::toString).orElse(""),
        document.date().map(Object::toString).orElse(""),
        document.status().key(),
        messages.label("status", document.status().key()),
        document.visibility() == Visibility.INTERNAL,
        why,
        copies,
        snippets);
  }

  private static SnippetRow snippet(Hit hit, Snippet snippet, String query, Messages messages) {
    return new SnippetRow(
        Html.markedUp(snippet.words(), snippet.marks()),
        Addresses.document(hit.document().id(), query, snippet.article()),
        snippet.article().flatMap(article -> place(article, messages)).orElse(""),
        snippet.page().map(Object::toString).orElse(""),
        snippet.page().map(page -> Addresses.original(hit.document().id(), page)).orElse(""));
  }

  /** What people call an article: 第十二条 rather than 12. */
  private static Optional<String> place(String article, Messages messages) {
    return Provision.parse(article)
        .map(provision -> provision.ranges().getFirst().first())
        .map(point ->
            point.inserted() == 0
                ? messages.get("article", point.article())
                : messages.get("article.inserted", point.article(), point.inserted()));
  }
}
