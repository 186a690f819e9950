package wenmai.web.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What readers ask a site for, mixed as they do (阅读请求): mostly searches and papers. */
public final class ReadingMix {
  private static final List<String> QUERIES =
      List.of(
          "预算",
          "审议意见",
          "农村 供水",
          "\"人民代表大会\"",
          "标题:报告",
          "近三年地方政府债务管理情况怎么样",
          "near/10(整改 落实)",
          "类型:决定",
          "",
          "没有这样的词语");

  private ReadingMix() {}

  /**
   * Addresses to be asked for at random.
   *
   * @param documents ids of papers
   */
  public static List<String> of(List<String> documents) {
    List<String> paths = new ArrayList<>();
    for (String query : QUERIES) {
      String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
      paths.add("/?q=" + q);
      paths.add("/?q=" + q + "&page=2");
      paths.add("/api/v1/documents?q=" + q);
      paths.add("/api/v1/documents?level=article&q=" + q);
      paths.add("/api/v1/suggest?q=" + q);
    }
    for (String id : documents) {
      paths.add("/documents/" + id);
      paths.add("/documents/" + id);
      paths.add("/api/v1/documents/" + id);
      paths.add("/documents/" + id + "/trace");
    }
    paths.addAll(List.of("/", "/browse", "/matters", "/about", "/feed.atom", "/healthz"));
    return paths;
  }
}
