package wenmai.web.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import wenmai.web.api.MatterParameters;
import wenmai.web.api.SearchParameters;
import wenmai.web.render.Messages;
import wenmai.web.site.Desk;
import wenmai.web.site.Site;

/**
 * The ledger of matters as tables, which take the parameters of its page, and the papers that are
 * cited and not held.
 */
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
    config.routes.get("/matters.csv", context -> csv(context, "matters", ledger(context)));
    config.routes.get(
        "/matters.xlsx",
        context -> workbook(context, "matters", messages.get("matters.title"), ledger(context)));
    config.routes.get("/wanted.csv", context -> csv(context, "wanted", wanted(context)));
    config.routes.get(
        "/wanted.xlsx",
        context -> workbook(context, "wanted", messages.get("wanted.title"), wanted(context)));
  }

  private Table ledger(Context context) {
    return new LedgerTable(
        parameters.read(context.queryParamMap()), desk.roomFor(context), messages);
  }

  private Table wanted(Context context) {
    return new WantedTable(desk.roomFor(context), messages);
  }

  private static void csv(Context context, String name, Table table) throws IOException {
    save(context, name + ".csv", "text/csv; charset=utf-8");
    table.writeCsv(context.outputStream());
  }

  private static void workbook(Context context, String name, String sheet, Table table)
      throws IOException {
    save(
        context,
        name + ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    Workbook.write(sheet, table, context.outputStream());
  }

  private static void save(Context context, String name, String type) {
    context.contentType(type);
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.header("Cache-Control", "private, no-cache");
  }
}
