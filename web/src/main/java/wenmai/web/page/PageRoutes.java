package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wenmai.corpus.Holding;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.trace.EdgeType;
import wenmai.corpus.trace.Trace;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.RequestProblem;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.Site;

/** The routes of the pages, with what each asks of the reading room. */
public final class PageRoutes implements Site.Routes {
  private static final List<String> EXAMPLES =
      List.of("预算审查监督", "“研究处理”", "标题:审议意见 养老", "near/10(满意度 测评)");

  private final Desk desk;
  private final Pages pages;
  private final Messages messages;
  private final SearchParameters parameters;
  private final String version;

  public PageRoutes(Desk desk, Pages pages, String version) {
    this.desk = desk;
    this.pages = pages;
    this.messages = pages.messages();
    this.parameters = new SearchParameters(messages);
    this.version = version;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/", this::search);
    config.routes.get("/browse", this::browse);
    config.routes.get("/browse/{facet}", this::browse);
    config.routes.get("/documents/{id}", this::document);
    config.routes.get("/documents/{id}/trace", this::trace);
    config.routes.get("/matters", this::matters);
    config.routes.get("/matters/{id}", this::matter);
    config.routes.get("/about", this::about);
  }

  private void search(Context context) {
    SearchRequest request = parameters.read(context.queryParamMap(), Copies.FOLD);
    ReadingRoom room = desk.roomFor(context);
    String title =
        request.query().isBlank() ? "" : messages.get("search.title.query", request.query());
    SearchPage page;
    try {
      long start = System.nanoTime();
      SearchResult result = room.search(request);
      page =
          SearchPage.of(
              request,
              result,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
              room,
              messages);
    } catch (QueryProblem problem) {
      context.status(problem.code().equals("no-model") ? 503 : 400).attribute("refused", true);
      page = SearchPage.refused(request, String.valueOf(problem.getMessage()), room, messages);
    }
    pages.answer(
        context,
        "search.ftlh",
        title,
        "search",
        request.query(),
        page.home() ? page.withExamples(examples()) : page);
  }

  private static List<SearchPage.Choice> examples() {
    return EXAMPLES.stream()
        .map(q -> new SearchPage.Choice(q, Addresses.search(SearchRequest.of(q)), false))
        .toList();
  }

  private void browse(Context context) {
    SearchRequest everything = parameters.read(Map.of(), Copies.FOLD);
    BrowsePage page = BrowsePage.of(desk.roomFor(context).search(everything), messages);
    String wanted = context.pathParamMap().getOrDefault("facet", "");
    if (!wanted.isEmpty() && FacetName.ofKey(wanted).isEmpty()) {
      throw new RequestProblem(404, "not-found", messages.get("problem.route-not-found"));
    }
    if (!wanted.isEmpty()) {
      String name = messages.get("facet." + wanted);
      page =
          new BrowsePage(
              page.total(),
              page.shelves().stream().filter(shelf -> shelf.name().equals(name)).toList());
    }
    pages.answer(context, "browse.ftlh", messages.get("browse.title"), "browse", page);
  }

  private void document(Context context) {
    ReadingRoom room = desk.roomFor(context);
    switch (room.holding(id(context))) {
      case Holding.Held held -> {
        DocumentPage page = DocumentPage.of(held.document(), room, messages);
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

  private void trace(Context context) {
    ReadingRoom room = desk.roomFor(context);
    int depth = parameters.number(context.queryParamMap(), "depth", 1, 5, 2, "problem.depth");
    Optional<EdgeType> relation =
        SearchParameters.first(context.queryParamMap(), "relation").flatMap(EdgeType::ofKey);
    DocumentId id = id(context);
    Trace trace = room.trace(id, depth).orElseThrow(this::notFound);
    TracePage page = TracePage.of(id, trace, depth, relation, messages);
    pages.answer(context, "trace.ftlh", messages.get("trace.title", page.title()), "", page);
  }

  private void matters(Context context) {
    ReadingRoom.MatterRequest request =
        new MatterParameters(parameters).read(context.queryParamMap());
    MattersPage page = MattersPage.of(request, desk.roomFor(context).matters(request), messages);
    pages.answer(context, "matters.ftlh", messages.get("matters.title"), "matters", page);
  }

  private void matter(Context context) {
    ReadingRoom room = desk.roomFor(context);
    var matter =
        room.matter(context.pathParam("id"))
            .orElseThrow(() ->
                new RequestProblem(404, "not-found", messages.get("problem.matter-not-found")));
    if (!matter.id().equals(context.pathParam("id"))) {
      context.redirect(Addresses.matter(matter.id()), io.javalin.http.HttpStatus.MOVED_PERMANENTLY);
      return;
    }
    pages.answer(
        context, "matter.ftlh", matter.subject(), "matters", MatterPage.of(matter, room, messages));
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
