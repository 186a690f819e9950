package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for every request (访问日志), and its time for the metrics. It names the route and not the
 * address, so that neither what somebody looked for nor who it was is kept.
 */
final class AccessLog implements Site.Routes {
  private static final Logger LOG = LoggerFactory.getLogger("wenmai.access");
  private static final String NO_ROUTE = "none";

  private final MeterRegistry meters;
  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

  private record Answered(String route, int status) {}

  AccessLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.requestLogger.http(this::note);
  }

  private Timer timer(Answered answered) {
    return Timer.builder("wenmai.requests")
        .description("Requests answered, by route and status")
        .tag("route", answered.route())
        .tag("status", Integer.toString(answered.status()))
        .publishPercentileHistogram()
        .register(meters);
  }

  private void note(Context context, float milliseconds) {
    String route =
        Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
            .map((Endpoint endpoint) -> endpoint.path)
            .orElse(NO_ROUTE);
    timers
        .computeIfAbsent(new Answered(route, context.statusCode()), this::timer)
        .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    LOG.info(
        "id={} method={} route={} status={} ms={}",
        context.res().getHeader(Site.REQUEST_ID),
        context.method(),
        route,
        context.statusCode(),
        Math.round(milliseconds * 10) / 10.0);
  }
}
