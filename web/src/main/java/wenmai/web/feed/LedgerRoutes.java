package wenmai.web.feed;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
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

  private void csv(Context context) throws IOException {
    LedgerTable table = table(context);
    save(context, "matters.csv", "text/csv; charset=utf-8");
    table.writeCsv(context.outputStream());
  }

  private void workbook(Context context) throws IOException {
    LedgerTable table = table(context);
    save(
        context,
        "matters.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    Workbook.write(messages.get("matters.title"), table, context.outputStream());
  }

  private static void save(Context context, String name, String type) {
    context.contentType(type);
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    context.header("Cache-Control", "private, no-cache");
  }

  private LedgerTable table(Context context) {
    return new LedgerTable(
        parameters.read(context.queryParamMap()), desk.roomFor(context), messages);
  }
}
