package wenmai.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
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

  static String trace(DocumentId id) {
    return "/documents/" + id + "/trace";
  }

  static String matter(String id) {
    return "/matters/" + encode(id);
  }

  /** The search page for this request. */
  static String search(SearchRequest request) {
    return withParameters("/", SearchParameters.print(request, Copies.FOLD));
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
