package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.version.ArticleHistory.Stand;
import wenmai.web.api.CitedByList;
import wenmai.web.api.LineageRoutes;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.Site;

/** The pages that tell of a text's standing among others (沿革). */
public final class LineagePages implements Site.Routes {
  private final Desk desk;
  private final Pages pages;
  private final Messages messages;
  private final SearchParameters parameters;

  public LineagePages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.messages = pages.messages();
    this.parameters = new SearchParameters(messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/bases", this::bases);
    config.routes.get("/wanted", this::wanted);
    config.routes.get("/documents/{id}/cited-by", this::citedBy);
    config.routes.get("/documents/{id}/articles/{article}", this::article);
  }

  private void bases(Context context) {
    int page = parameters.number(context.queryParamMap(), "page", 1, 1_000_000, 1, "problem.page");
    BasesPage shown = BasesPage.of(desk.roomFor(context).lineage().shaken(), page, messages);
    pages.answer(context, "bases.ftlh", messages.get("bases.title"), "bases", shown);
  }

  private void wanted(Context context) {
    int page = parameters.number(context.queryParamMap(), "page", 1, 1_000_000, 1, "problem.page");
    WantedPage shown = WantedPage.of(desk.roomFor(context), page, messages);
    pages.answer(context, "wanted.ftlh", messages.get("wanted.title"), "", shown);
  }

  private void citedBy(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = LineageRoutes.id(context, messages);
    CitedByList.CitedByRequest request =
        CitedByList.read(context.queryParamMap(), parameters, messages);
    DocumentSummary cited = summary(room, id);
    CitedByList list =
        CitedByList.of(request, room.lineage().citedBy(id).orElse(List.of()), messages);
    CitedByPage page = CitedByPage.of(cited, list, messages);
    pages.answer(context, "citedby.ftlh", messages.get("cited.title", page.title()), "", page);
  }

  private void article(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = LineageRoutes.id(context, messages);
    String article = LineageRoutes.article(context, messages);
    DocumentSummary paper = summary(room, id);
    List<Stand> stands = LineageRoutes.stands(room, id, article, messages);
    Titles titles = Titles.of(stands.stream().map(Stand::document).toList(), room, messages);
    ArticlePage page = ArticlePage.of(paper.id(), stands, titles, messages);
    pages.answer(
        context,
        "article.ftlh",
        messages.get("article.title", page.title(), page.label()),
        "",
        page);
  }

  private DocumentSummary summary(ReadingRoom room, DocumentId id) {
    return room.summaries(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> LineageRoutes.absence(room, id, messages));
  }
}
