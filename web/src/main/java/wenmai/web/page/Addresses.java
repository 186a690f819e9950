package wenmai.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.text.CodePointSpan;
import wenmai.web.api.SearchParameters;

/** Makes the addresses of pages; every state of the site has one. */
final class Addresses {
  private Addresses() {}

  static String document(DocumentId id) {
    return "/documents/" + id;
  }

  static String article(DocumentId id, String article) {
    return "/documents/" + id + "#a" + article;
  }

  /**
   * A document with the words of a query marked, at an article if one is given.
   *
   * @param query may be empty
   */
  static String document(DocumentId id, String query, Optional<String> article) {
    String page =
        query.isBlank()
            ? document(id)
            : withParameters(document(id), List.of(Map.entry("q", query)));
    return article.map(a -> page + "#a" + a).orElse(page);
  }

  /** A document at the words of a quotation, which its page then marks. */
  static String place(DocumentQuote quote) {
    CodePointSpan span = quote.quote().span();
    return document(quote.document()) + "?at=" + span.start() + "-" + span.end() + "#at";
  }

  static String trace(DocumentId id) {
    return "/documents/" + id + "/trace";
  }

  /** The original as a browser shows it, at this page. */
  static String original(DocumentId id, int page) {
    return "/documents/" + id + "/original#page=" + page;
  }

  /** Both layers of a document's text. */
  static String repairs(DocumentId id) {
    return "/documents/" + id + "/repairs";
  }

  /** All places that cite a document. */
  static String citedBy(DocumentId id) {
    return "/documents/" + id + "/cited-by";
  }

  static String compare(DocumentId left, DocumentId right) {
    return "/compare?left=" + left + "&right=" + right;
  }

  static String matter(String id) {
    return "/matters/" + encode(id);
  }

  /** The search page for this request. */
  static String search(SearchRequest request) {
    return withParameters("/", SearchParameters.print(request, Copies.FOLD));
  }

  /** The feed of the same search. */
  static String feed(SearchRequest request) {
    return withParameters("/feed.atom", SearchParameters.print(request, Copies.FOLD));
  }

  static String search(FacetName facet, String value) {
    return withParameters("/", List.of(Map.entry(facet.key(), value)));
  }

  static String withParameters(String path, List<Map.Entry<String, String>> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        parameter -> pairs.add(encode(parameter.getKey()) + "=" + encode(parameter.getValue())));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
