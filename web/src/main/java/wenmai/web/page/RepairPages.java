package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.TextLayers;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.text.Repair;
import wenmai.web.api.LineageRoutes;
import wenmai.web.api.OriginalAnswer;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.Site;

/** The pages of what stands behind a text: both its layers (修复对照), and its original. */
public final class RepairPages implements Site.Routes {
  private final Desk desk;
  private final Pages pages;
  private final Messages messages;
  private final SearchParameters parameters;

  public RepairPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.messages = pages.messages();
    this.parameters = new SearchParameters(messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/documents/{id}/repairs", context -> show(context, ""));
    config.routes.get("/documents/{id}/original", this::original);
  }

  /** A browser goes to the page that stands behind {@code #page=} of the address by itself. */
  private void original(Context context) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = LineageRoutes.id(context, messages);
    OriginalAnswer.show(
        context,
        OriginalAnswer.find(room, id, messages, () -> LineageRoutes.absence(room, id, messages)));
  }

  /**
   * Answers with the page.
   *
   * @param problem what went wrong the last time, or empty
   */
  public void show(Context context, String problem) {
    ReadingRoom room = desk.roomFor(context);
    DocumentId id = LineageRoutes.id(context, messages);
    RepairsPage.Asked asked = asked(context);
    TextLayers layers =
        room.layers(id).orElseThrow(() -> LineageRoutes.absence(room, id, messages));
    String title =
        room.summaries(List.of(id)).stream()
            .findFirst()
            .flatMap(DocumentSummary::title)
            .orElseGet(() -> messages.get("search.untitled"));
    pages.answer(
        context,
        "repairs.ftlh",
        messages.get("repairs.title", title),
        "",
        RepairsPage.of(id, title, layers, asked, problem, messages));
  }

  /** What the address asks; a reason that there is not is passed over. */
  private RepairsPage.Asked asked(Context context) {
    var values = context.queryParamMap();
    Optional<Repair.Reason> why =
        SearchParameters.first(values, "why").flatMap(Repair.Reason::ofKey);
    boolean whole = SearchParameters.first(values, "whole").filter("true"::equals).isPresent();
    int page = parameters.number(values, "page", 1, 1_000_000, 1, "problem.page");
    return new RepairsPage.Asked(why, whole, page);
  }
}
