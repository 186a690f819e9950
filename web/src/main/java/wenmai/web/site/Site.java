package wenmai.web.site;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server (网站). Every request runs in a virtual thread of its own. Begin here: the
 * constructor is told which handlers answer which requests, and nothing else listens.
 */
public final class Site implements AutoCloseable {
  /** The header that carries the number of a request; the log names it too. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  /** An answer of this size leaves in one piece; the largest page of hits has about as much. */
  private static final int ANSWER_BYTES = 1 << 17;

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
   * @param refusals how requests are answered that cannot be
   * @param meters where requests are counted
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public static Site start(
      SiteSettings settings, Routes refusals, MeterRegistry meters, List<Routes> routes) {
    Capacity capacity = new Capacity(settings.load());
    Endurance endurance = new Endurance(settings);
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
            http.setOutputBufferSize(ANSWER_BYTES);
          });
          config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(new BareErrors());
            endurance.applyTo(jetty, capacity);
          });
          config.jetty.addConnector(endurance::connector);
          new AccessLog(meters).addTo(config);
          new Reception(settings).addTo(config);
          capacity.addTo(config);
          refusals.addTo(config);
          routes.forEach(group -> group.addTo(config));
        });
    server.start();
    return new Site(server);
  }

  public int port() {
    return server.port();
  }

  /** Takes nothing new, waits a while for what is being answered, and stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (JavalinException late) {
      LOG.warn("stopped before everything was answered: {}", late.getMessage());
    }
  }
}
