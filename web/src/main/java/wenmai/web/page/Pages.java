package wenmai.web.page;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import wenmai.web.render.Messages;
import wenmai.web.render.PageFrame;
import wenmai.web.render.Templates;
import wenmai.web.site.Visitor;

/** Answers a request with a page: puts the frame around what the page shows. */
public final class Pages {
  /** Attribute of a request: the address of a feed of what the page lists. */
  static final String FEED = "feed";

  private static final int OK = 200;

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

  /**
   * Answers with a page.
   *
   * @param title of the window, or empty for the site's own
   * @param section the part of the site, or empty
   * @param page what the template shows
   */
  public void answer(Context context, String template, String title, String section, Object page) {
    Appearance appearance = Appearance.of(context);
    Visitor visitor = Visitor.of(context);
    String feed = context.attribute(FEED);
    PageFrame frame =
        new PageFrame(
            title.isEmpty() ? messages.get("site.title") : messages.get("site.title.page", title),
            section,
            feed == null ? "" : feed,
            sample.getAsBoolean(),
            context.statusCode() == OK ? "all" : "noindex",
            appearance.key(),
            appearance.otherAddress(context),
            assets,
            LocalDate.now(clock).toString(),
            visitor.name(),
            visitor.roleKey(),
            visitor.proof());
    // A page depends on who asks; whoever keeps it must ask again.
    context.header("Cache-Control", "private, no-cache");
    context.contentType("text/html; charset=utf-8").result(templates.render(template, frame, page));
  }
}
