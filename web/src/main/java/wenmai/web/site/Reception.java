package wenmai.web.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What happens to every request before it is answered (接待): it gets a number and the headers that
 * every answer carries, and is sent away where it is too long or comes too often.
 */
final class Reception implements Site.Routes {
  /**
   * What every answer carries. A page may do nothing from elsewhere, nothing inline, and stand in
   * no frame; types are not guessed at.
   */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=()");

  private final SiteSettings settings;
  private final RateLimit rate;

  Reception(SiteSettings settings) {
    this.settings = settings;
    this.rate = new RateLimit(settings);
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.before(this::receive);
  }

  private void receive(Context context) {
    context.header(Site.REQUEST_ID, newId());
    HEADERS.forEach(context::header);
    String query = context.queryString();
    if (query != null && query.length() > settings.maxQueryCharacters()) {
      throw new RequestProblem(414, "too-long", "");
    }
    Optional<Duration> wait = rate.waitFor(context);
    if (wait.isPresent()) {
      context.header("Retry-After", RateLimit.seconds(wait.get()));
      throw new RequestProblem(429, "too-many", "");
    }
  }

  private static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
