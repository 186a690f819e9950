package wenmai.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.matter.Matter;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;

/** The pages of matters (事项): the ledger of all, and each by itself. */
public final class MatterPages implements Site.Routes {
  private final Desk desk;
  private final Pages pages;
  private final Messages messages;
  private final SearchParameters parameters;

  public MatterPages(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.messages = pages.messages();
    this.parameters = new SearchParameters(messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/matters", this::ledger);
    config.routes.get("/matters/{id}", context -> show(context, ""));
  }

  private void ledger(Context context) {
    ReadingRoom.MatterRequest request =
        new MatterParameters(parameters, messages).read(context.queryParamMap());
    MattersPage page = MattersPage.of(request, desk.roomFor(context), messages);
    pages.answer(context, "matters.ftlh", messages.get("matters.title"), "matters", page);
  }

  /**
   * Answers with the page of the matter that the address names; a former id leads to the present
   * one.
   *
   * @param problem what went wrong the last time, or empty
   */
  public void show(Context context, String problem) {
    ReadingRoom room = desk.roomFor(context);
    Matter matter =
        room.matter(context.pathParam("id"))
            .orElseThrow(() ->
                new RequestProblem(404, "not-found", messages.get("problem.matter-not-found")));
    if (!matter.id().equals(context.pathParam("id")) && problem.isEmpty()) {
      context.redirect(Addresses.matter(matter.id()), HttpStatus.MOVED_PERMANENTLY);
      return;
    }
    MatterPage page = MatterPage.of(matter, problem, room, messages);
    pages.answer(context, "matter.ftlh", matter.subject(), "matters", page);
  }
}
