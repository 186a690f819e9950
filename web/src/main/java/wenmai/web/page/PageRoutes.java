package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.Holding;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;
import wenmai.web.api.Comparison;
import wenmai.web.api.LineageRoutes;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.render.TraceDrawings;
import wenmai.web.site.Desk;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/** The routes of the pages, with what each asks of the reading room. */
public final class PageRoutes implements Site.Routes {
  private static final List<String> EXAMPLES =
      List.of("预算审查监督", "“研究处理”", "标题:审议意见 养老", "near/10(满意度 测评)");

  private static final Pattern PLACE = Pattern.compile("(\\d{1,8})-(\\d{1,8})");

  private final Desk desk;
  private final Pages pages;
  private final Messages messages;
  private final SearchParameters parameters;
  private final String version;
  private final TraceDrawings drawings;

  public PageRoutes(Desk desk, Pages pages, String version) {
    this.desk = desk;
    this.pages = pages;
    this.messages = pages.messages();
    this.parameters = new SearchParameters(messages);
    this.version = version;
    this.drawings = new TraceDrawings(messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/", this::search);
    config.routes.get("/browse", this::browse);
    config.routes.get("/browse/{facet}", this::browseFacet);
    config.routes.get("/documents/{id}", this::document);
    config.routes.get("/documents/{id}/trace", this::trace);
    config.routes.get("/compare", this::compare);
    config.routes.get("/about", this::about);
    config.routes.get(Appearance.PATH, Appearance::choose);
  }

  private void search(Context context) {
    SearchRequest request = parameters.read(context.queryParamMap(), Copies.FOLD);
    ReadingRoom room = desk.roomFor(context);
    if (SearchParameters.print(request, Copies.FOLD).isEmpty()) {
      pages.answer(context, "home.ftlh", "", "search", HomePage.of(room, examples(), messages));
      return;
    }
    SearchPage page;
    try {
      long start = System.nanoTime();
      SearchResult result = room.search(request);
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      page = SearchPage.of(request, result, tookMs, messages);
    } catch (QueryProblem problem) {
      context.status(Refusals.status(problem)).attribute("refused", true);
      page = SearchPage.refused(request, messages.get(problem), messages);
    }
    String title =
        request.query().isBlank()
            ? messages.get("search.title")
            : messages.get("search.title.query", request.query());
    context.attribute(Pages.FEED, Addresses.feed(request));
    pages.answer(context, "search.ftlh", title, "search", page);
  }

  private static List<Choice> examples() {
    return EXAMPLES.stream()
        .map(q -> new Choice(q, Addresses.search(SearchRequest.of(q)), false))
        .toList();
  }

  private void browse(Context context) {
    pages.answer(
        context,
        "browse.ftlh",
        messages.get("browse.title"),
        "browse",
        BrowsePage.of(everything(context), messages));
  }

  private void browseFacet(Context context) {
    FacetName facet =
        FacetName.ofKey(context.pathParam("facet"))
            .orElseThrow(() ->
                new RequestProblem(404, "not-found", messages.get("problem.route-not-found")));
    BrowsePage page = BrowsePage.of(everything(context), facet, messages);
    pages.answer(context, "browse.ftlh", messages.get("browse.by", page.name()), "browse", page);
  }

  private SearchResult everything(Context context) {
    SearchRequest all = parameters.read(Map.of(), Copies.FOLD);
    return desk.roomFor(context).search(Requests.withSize(all, 1));
  }

  private void document(Context context) {
    ReadingRoom room = desk.roomFor(context);
    switch (room.holding(id(context))) {
      case Holding.Held held -> {
        DocumentPage page = DocumentPage.of(held.document(), asked(context), room, messages);
        String title =
            held.document()
                .document()
                .facts()
                .value(FactKey.TITLE)
                .orElse(messages.get("search.untitled"));
        pages.answer(context, "document.ftlh", title, "", page);
      }
      case Holding.Withdrawn gone -> {
        context.status(410).attribute("refused", true);
        String heading = messages.get("document.withdrawn", gone.since());
        pages.answer(
            context,
            "plain.ftlh",
            heading,
            "",
            new PlainPage(heading, messages.get("document.withdrawn.lead", gone.title()), ""));
      }
      case Holding.Absent absent -> throw notFound();
    }
  }

  /** The words to mark and the place to show; what makes no sense is passed over. */
  private DocumentPage.Asked asked(Context context) {
    String query = SearchParameters.first(context.queryParamMap(), "q").orElse("");
    Matcher place = PLACE.matcher(SearchParameters.first(context.queryParamMap(), "at").orElse(""));
    Optional<CodePointSpan> at = Optional.empty();
    if (place.matches()) {
      int start = Integer.parseInt(place.group(1));
      int end = Integer.parseInt(place.group(2));
      at = start < end ? Optional.of(new CodePointSpan(start, end)) : Optional.empty();
    }
    return new DocumentPage.Asked(query, at, LineageRoutes.day(context.queryParamMap(), messages));
  }

  private void trace(Context context) {
    ReadingRoom room = desk.roomFor(context);
    int depth = parameters.number(context.queryParamMap(), "depth", 1, 5, 2, "problem.depth");
    Optional<EdgeType> relation =
        SearchParameters.first(context.queryParamMap(), "relation").flatMap(EdgeType::ofKey);
    int page = parameters.number(context.queryParamMap(), "page", 1, 1_000_000, 1, "problem.page");
    String open = SearchParameters.first(context.queryParamMap(), "open").orElse("");
    TracePage.Asked asked = new TracePage.Asked(id(context), depth, relation, page, open);
    Trace trace = room.trace(asked.id(), depth).orElseThrow(this::notFound);
    TracePage shown = TracePage.of(asked, trace, drawings, messages);
    pages.answer(context, "trace.ftlh", messages.get("trace.title", shown.title()), "", shown);
  }

  private void compare(Context context) {
    Comparison comparison = Comparison.of(context.queryParamMap(), desk.roomFor(context), messages);
    pages.answer(
        context,
        "compare.ftlh",
        messages.get("compare.title"),
        "",
        ComparePage.of(comparison, messages));
  }

  private void about(Context context) {
    pages.answer(
        context,
        "about.ftlh",
        messages.get("about.title"),
        "about",
        new AboutPage(desk.roomFor(context).statistics(), version));
  }

  private DocumentId id(Context context) {
    String id = context.pathParam("id");
    if (!DocumentId.isValid(id)) {
      throw notFound();
    }
    return new DocumentId(id);
  }

  private RequestProblem notFound() {
    return new RequestProblem(404, "not-found", messages.get("problem.not-found"));
  }
}
