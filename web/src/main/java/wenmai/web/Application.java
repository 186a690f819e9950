package wenmai.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Intake;
import wenmai.corpus.account.AccountBook;
import wenmai.web.account.AccountRoutes;
import wenmai.web.account.SessionRoutes;
import wenmai.web.admin.AccountsRoutes;
import wenmai.web.admin.AdminRoutes;
import wenmai.web.admin.Conditions;
import wenmai.web.api.ApiRoutes;
import wenmai.web.api.LineageRoutes;
import wenmai.web.edit.EditApi;
import wenmai.web.edit.EditRoutes;
import wenmai.web.edit.MatterReviewRoutes;
import wenmai.web.edit.RepairRoutes;
import wenmai.web.edit.Workrooms;
import wenmai.web.feed.FeedRoutes;
import wenmai.web.feed.LedgerRoutes;
import wenmai.web.identity.OpenIdProvider;
import wenmai.web.identity.OpenIdRoutes;
import wenmai.web.page.LineagePages;
import wenmai.web.page.MatterPages;
import wenmai.web.page.PageRoutes;
import wenmai.web.page.Pages;
import wenmai.web.page.Refusals;
import wenmai.web.page.RepairPages;
import wenmai.web.render.Messages;
import wenmai.web.render.Templates;
import wenmai.web.site.AssetRoutes;
import wenmai.web.site.Desk;
import wenmai.web.site.Gate;
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
    this.desk = new Desk(rooms, clock, fixedDay);
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
        new LineagePages(desk, pages),
        new MatterPages(desk, pages),
        new RepairPages(desk, pages),
        new ApiRoutes(desk, messages, json),
        new LineageRoutes(desk, messages, json),
        new FeedRoutes(desk, messages),
        new LedgerRoutes(desk, messages),
        new HealthRoutes(rooms, desk, meters));
  }

  /** The same for people who may sign in, with the routes by which they do, and edit. */
  public List<Site.Routes> routes(
      AccountBook accounts,
      Workrooms workrooms,
      Conditions conditions,
      Optional<OpenIdProvider> openId,
      SiteSettings settings) {
    Gate gate = new Gate(accounts, settings.trustedProxies());
    List<Site.Routes> all = new ArrayList<>();
    all.add(gate);
    all.addAll(routes());
    all.add(
        new AccountRoutes(
            accounts,
            gate,
            pages,
            ArchiveSettings.ZONE,
            openId.map(OpenIdProvider::label).orElse("")));
    openId.ifPresent(provider -> all.add(new OpenIdRoutes(provider, accounts, gate, messages)));
    all.add(new SessionRoutes(accounts, messages, json));
    all.add(new EditRoutes(workrooms, pages, ArchiveSettings.ZONE));
    all.add(new EditApi(workrooms, messages, json));
    all.add(new AdminRoutes(conditions, pages, json, ArchiveSettings.ZONE));
    all.add(new AccountsRoutes(accounts, pages));
    all.add(new MatterReviewRoutes(workrooms, desk, new MatterPages(desk, pages), messages, json));
    all.add(new RepairRoutes(workrooms, desk, new RepairPages(desk, pages), messages, json));
    return List.copyOf(all);
  }

  /**
   * The route through which other processes hand papers in.
   *
   * @param beforeTaking runs before papers are taken in
   * @param stopping whether the site is to stop, and a run with it
   */
  public Site.Routes intakeRoutes(
      Intake intake, Runnable beforeTaking, BooleanSupplier stopping, String token) {
    return new HandoverRoutes(intake, beforeTaking, stopping, token, messages, json);
  }
}
