package wenmai.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Intake;
import wenmai.corpus.Reader;
import wenmai.web.api.ApiRoutes;
import wenmai.web.feed.FeedRoutes;
import wenmai.web.feed.LedgerRoutes;
import wenmai.web.page.PageRoutes;
import wenmai.web.page.Pages;
import wenmai.web.page.Refusals;
import wenmai.web.render.Messages;
import wenmai.web.render.Templates;
import wenmai.web.site.AssetRoutes;
import wenmai.web.site.Desk;
import wenmai.web.site.HandoverRoutes;
import wenmai.web.site.HealthRoutes;
import wenmai.web.site.ReadingRooms;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/** The site, put together: which pages and which API answer from which archive. */
public final class Application {
  private final Messages messages;
  private final JsonMapper json = JsonMapper.builder().build();
  private final AssetRoutes assets = new AssetRoutes();
  private final Pages pages;
  private final Desk desk;
  private final ReadingRooms rooms;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final String version;

  /**
   * Puts it together.
   *
   * @param sample whether the archive holds the sample papers right now
   * @param fixedDay a day to answer for instead of today
   */
  public Application(
      ReadingRooms rooms,
      BooleanSupplier sample,
      Clock clock,
      Optional<LocalDate> fixedDay,
      Messages messages,
      String version) {
    this.rooms = rooms;
    this.messages = messages;
    this.version = version;
    this.pages = new Pages(new Templates(messages), messages, sample, clock, assets.version());
    this.desk = new Desk(rooms, context -> Reader.anonymous(), clock, fixedDay);
  }

  /** Opens the site with these routes. */
  public Site open(SiteSettings settings, List<Site.Routes> routes) {
    return Site.start(settings, new Refusals(messages, pages, json), meters, routes);
  }

  /** The routes that only read. */
  public List<Site.Routes> routes() {
    return List.of(
        assets,
        new PageRoutes(desk, pages, version),
        new ApiRoutes(desk, messages, json),
        new FeedRoutes(desk, messages),
        new LedgerRoutes(desk, messages),
        new HealthRoutes(rooms, desk, meters));
  }

  /**
   * All routes, with the one through which other processes hand papers in.
   *
   * @param beforeTaking runs before papers are taken in
   */
  public List<Site.Routes> routes(Intake intake, Runnable beforeTaking, String token) {
    List<Site.Routes> all = new java.util.ArrayList<>(routes());
    all.add(new HandoverRoutes(intake, beforeTaking, token, json));
    return List.copyOf(all);
  }
}
