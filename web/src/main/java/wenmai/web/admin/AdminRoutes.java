package wenmai.web.admin;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.condition.Condition;
import wenmai.web.page.Pages;
import wenmai.web.site.Site;
import wenmai.web.site.Visitor;

/** How the archive fares, as a page and for programs. */
public final class AdminRoutes implements Site.Routes {
  static final String PATH = "/admin";

  private final Conditions conditions;
  private final Pages pages;
  private final JsonMapper json;
  private final ZoneId zone;

  /**
   * @param zone in which times are shown
   */
  public AdminRoutes(Conditions conditions, Pages pages, JsonMapper json, ZoneId zone) {
    this.conditions = conditions;
    this.pages = pages;
    this.json = json;
    this.zone = zone;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(PATH, this::page);
    config.routes.get("/api/v1/admin", this::answer);
  }

  private Condition condition(Context context) {
    return conditions.of(Visitor.atLeast(Role.ADMIN, context).reader());
  }

  private void page(Context context) {
    pages.answer(
        context,
        "admin.ftlh",
        pages.messages().get("admin.title"),
        "admin",
        AdminPage.of(condition(context), pages.messages(), zone));
  }

  private void answer(Context context) {
    context
        .contentType("application/json; charset=utf-8")
        .result(json.writeValueAsString(ConditionJson.of(condition(context))));
  }
}
