package wenmai.web.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.Site;

/** The ledger of matters as tables; they take the parameters of the page. */
public final class LedgerRoutes implements Site.Routes {
  private final Desk desk;
  private final Messages messages;
  private final MatterParameters parameters;

  public LedgerRoutes(Desk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
    this.parameters = new MatterParameters(new SearchParameters(messages), messages);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/matters.csv", this::csv);
    config.routes.get("/matters.xlsx", this::workbook);
  }

  private void csv(Context context) {
    save(context, "matters.csv");
    context.contentType("text/csv; charset=utf-8").result(table(context).toCsv());
  }

  private void workbook(Context context) {
    save(context, "matters.xlsx");
    context
        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .result(Workbook.of(messages.get("matters.title"), table(context)));
  }

  private static void save(Context context, String name) {
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.header("Cache-Control", "private, no-cache");
  }

  private LedgerTable table(Context context) {
    return LedgerTable.of(
        parameters.read(context.queryParamMap()), desk.roomFor(context), messages);
  }
}
