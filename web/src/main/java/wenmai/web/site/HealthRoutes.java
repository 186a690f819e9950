package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.search.SearchRequest;

/**
 * Whether the site lives, whether it can work, and how it does (运行状况), for those who run it. The
 * figures are those of the public's archive: they are open to all.
 */
public final class HealthRoutes implements Site.Routes {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

  private final ReadingRooms rooms;
  private final Desk desk;
  private final PrometheusMeterRegistry meters;

  public HealthRoutes(ReadingRooms rooms, Desk desk, PrometheusMeterRegistry meters) {
    this.rooms = rooms;
    this.desk = desk;
    this.meters = meters;
    measure();
  }

  private void measure() {
    Gauge.builder("wenmai.documents", this, h -> h.publicRoom().statistics().documents())
        .description("Public documents held")
        .register(meters);
    Gauge.builder("wenmai.matters", this, h -> h.publicRoom().statistics().matters())
        .description("Matters that public documents show")
        .register(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  private ReadingRoom publicRoom() {
    LocalDate today = desk.today();
    return rooms.openFor(Reader.anonymous(), today);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/healthz", context -> context.result("ok\n"));
    config.routes.get("/readyz", this::ready);
    config.routes.get("/metrics", this::metrics);
  }

  /** Ready is who can search. */
  private void ready(Context context) {
    try {
      publicRoom().search(SearchRequest.of(""));
      context.result("ready\n");
    } catch (RuntimeException e) {
      LOG.error("not ready", e);
      throw new RequestProblem(503, "not-ready", "");
    }
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
  }
}
