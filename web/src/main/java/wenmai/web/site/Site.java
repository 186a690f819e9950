package wenmai.web.site;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/**
 * The HTTP server (网站). Every request runs in a virtual thread of its own. Begin here: the
 * constructor is told which handlers answer which requests, and nothing else listens.
 */
public final class Site implements AutoCloseable {
  private final Javalin server;

  private Site(Javalin server) {
    this.server = server;
  }

  /** A group of routes. */
  @FunctionalInterface
  public interface Routes {
    void addTo(JavalinConfig config);
  }

  /**
   * Starts answering.
   *
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static Site start(SiteSettings settings, Refusals refusals, List<Routes> routes) {
    Javalin server =
        Javalin.create(config -> {
          config.concurrency.useVirtualThreads = true;
          config.startup.showJavalinBanner = false;
          config.http.defaultContentType = "text/plain; charset=utf-8";
          config.http.maxRequestSize = settings.maxRequestBytes();
          config.http.generateEtags = true;
          config.http.prefer405over404 = true;
          config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(settings.maxHeaderBytes());
          });
          config.routes.before(Site::secure);
          refusals.addTo(config);
          routes.forEach(group -> group.addTo(config));
        });
    server.start(settings.host(), settings.port());
    return new Site(server);
  }

  /**
   * Headers that every answer carries: nothing from elsewhere, nothing inline, nothing framed, no
   * guessing of types.
   */
  private static void secure(Context context) {
    context.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
