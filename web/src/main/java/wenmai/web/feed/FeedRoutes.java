package wenmai.web.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/** Atom feeds of any search, the site map, the description for browsers, and the word to robots. */
public final class FeedRoutes implements Site.Routes {
  private static final int ENTRIES = 50;
  private static final int PLACES_A_MAP = 1000;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]{1,253}(:\\d{1,5})?");
  private static final List<String> PAGES = List.of("/", "/browse", "/matters", "/about");

  private final Desk desk;
  private final Messages messages;
  private final SearchParameters parameters;

  public FeedRoutes(Desk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
    this.parameters = new SearchParameters(messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/feed.atom", this::feed);
    config.routes.get("/sitemap.xml", this::siteMap);
    config.routes.get("/sitemap/{page}", this::places);
    config.routes.get("/opensearch.xml", this::description);
    config.routes.get("/robots.txt", this::robots);
  }

  private void feed(Context context) {
    SearchRequest asked = parameters.read(context.queryParamMap(), Copies.FOLD);
    SearchResult result = desk.roomFor(context).search(newest(asked, 1, ENTRIES));
    String base = base(context);
    String query = context.queryString() == null ? "" : "?" + context.queryString();
    String title =
        asked.query().isBlank()
            ? messages.get("site.title")
            : messages.get("search.title.query", asked.query());
    answer(
        context,
        "application/atom+xml; charset=utf-8",
        XmlText.document(
            "feed",
            "http://www.w3.org/2005/Atom",
            out -> {
              out.element("id", base + "/feed.atom" + query);
              out.element("title", title);
              out.element("updated", stamp(updated(result)));
              out.empty(
                  "link",
                  "rel",
                  "self",
                  "type",
                  "application/atom+xml",
                  "href",
                  base + "/feed.atom" + query);
              out.empty(
                  "link", "rel", "alternate", "type", "text/html", "href", base + "/" + query);
              for (Hit hit : result.hits()) {
                entry(out, hit, base);
              }
            }));
  }

  private static SearchRequest newest(SearchRequest asked, int page, int size) {
    return asked
        .with(SearchRequest.Sort.NEWEST_FIRST)
        .with(SearchRequest.Level.DOCUMENT)
        .page(page, size);
  }

  /** The newest paper's day: the feed changes when a newer one comes, and not by itself. */
  private LocalDate updated(SearchResult result) {
    return result.hits().stream()
        .flatMap(hit -> hit.document().date().stream())
        .findFirst()
        .orElse(desk.today());
  }

  private void entry(XmlText out, Hit hit, String base) throws XMLStreamException {
    DocumentSummary document = hit.document();
    String url = base + "/documents/" + document.id();
    out.element(
        "entry",
        () -> {
          out.element("id", url);
          out.element("title", document.title().orElseGet(() -> messages.get("search.untitled")));
          out.element("updated", stamp(document.date().orElse(LocalDate.EPOCH)));
          out.empty("link", "href", url);
          out.empty(
              "category",
              "term",
              document.kind().key(),
              "label",
              messages.label("kind", document.kind().key()));
          String author = document.organ().map(Object::toString).orElse(messages.get("site.name"));
          out.element("author", () -> out.element("name", author));
          if (!hit.snippets().isEmpty()) {
            out.element("summary", hit.snippets().getFirst().words());
          }
        });
  }

  private static String stamp(LocalDate day) {
    return OffsetDateTime.of(day, LocalTime.MIDNIGHT, CHINA)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /** The parts of the site map: one holds so many papers. */
  private void siteMap(Context context) {
    String base = base(context);
    long total = everything(context, 1, 1).total();
    long parts = 1 + Math.max(0, total - 1) / PLACES_A_MAP;
    answer(
        context,
        "application/xml; charset=utf-8",
        XmlText.document(
            "sitemapindex",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            out -> {
              for (long part = 1; part <= parts; part++) {
                String place = base + "/sitemap/" + part;
                out.element("sitemap", () -> out.element("loc", place));
              }
            }));
  }

  private void places(Context context) {
    String wanted = context.pathParam("page");
    if (!wanted.matches("[1-9]\\d{0,5}")) {
      throw new RequestProblem(404, "not-found", messages.get("problem.route-not-found"));
    }
    int part = Integer.parseInt(wanted);
    SearchResult papers = everything(context, part, PLACES_A_MAP);
    String base = base(context);
    answer(
        context,
        "application/xml; charset=utf-8",
        XmlText.document(
            "urlset",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            out -> {
              if (part == 1) {
                for (String page : PAGES) {
                  out.element("url", () -> out.element("loc", base + page));
                }
              }
              for (Hit hit : papers.hits()) {
                String place = base + "/documents/" + hit.document().id();
                out.element("url", () -> out.element("loc", place));
              }
            }));
  }

  private SearchResult everything(Context context, int page, int size) {
    ReadingRoom room = desk.roomFor(context);
    return room.search(newest(SearchRequest.of(""), page, size));
  }

  private void description(Context context) {
    String base = base(context);
    answer(
        context,
        "application/opensearchdescription+xml; charset=utf-8",
        XmlText.document(
            "OpenSearchDescription",
            "http://a9.com/-/spec/opensearch/1.1/",
            out -> {
              out.element("ShortName", messages.get("site.name"));
              out.element("Description", messages.get("site.title"));
              out.element("InputEncoding", "UTF-8");
              out.empty("Url", "type", "text/html", "template", base + "/?q={searchTerms}");
              out.empty(
                  "Url",
                  "type",
                  "application/atom+xml",
                  "template",
                  base + "/feed.atom?q={searchTerms}");
            }));
  }

  private void robots(Context context) {
    context.result(
        "User-agent: *\nDisallow: /api/\nDisallow: /compare\nDisallow: /appearance\nAllow: /\nSitemap: "
            + base(context)
            + "/sitemap.xml\n");
  }

  /** Where the site is, as the client calls it; a name that is none is not repeated. */
  private static String base(Context context) {
    String host = context.host();
    boolean sound = host != null && HOST.matcher(host).matches();
    return context.scheme() + "://" + (sound ? host : "localhost");
  }

  private static void answer(Context context, String type, String body) {
    context.contentType(type).result(body);
  }
}
