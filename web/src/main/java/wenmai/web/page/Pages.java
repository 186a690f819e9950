package wenmai.web.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import wenmai.web.render.Messages;
import wenmai.web.render.PageFrame;
import wenmai.web.render.Templates;

/** Answers a request with a page: puts the frame around what the page shows. */
public final class Pages {
  private final Templates templates;
  private final Messages messages;
  private final BooleanSupplier sample;
  private final Clock clock;
  private final String assets;

  /**
   * @param sample whether the archive holds the sample papers right now
   * @param assets version of the style sheet
   */
  public Pages(
      Templates templates, Messages messages, BooleanSupplier sample, Clock clock, String assets) {
    this.templates = templates;
    this.messages = messages;
    this.sample = sample;
    this.clock = clock;
    this.assets = assets;
  }

  public Messages messages() {
    return messages;
  }

  void answer(
      Context context, String template, String title, String section, String query, Object page) {
    String window =
        title.isEmpty()
            ? messages.get("site.name") + " · " + messages.get("site.tagline")
            : title + " · " + messages.get("site.name");
    PageFrame frame =
        new PageFrame(
            window,
            section,
            query,
            sample.getAsBoolean(),
            "all",
            assets,
            LocalDate.now(clock).toString());
    context.contentType("text/html; charset=utf-8").result(templates.render(template, frame, page));
  }

  public void answer(Context context, String template, String title, String section, Object page) {
    answer(context, template, title, section, "", page);
  }
}
