package wenmai.web.site;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * What the server bears of slow and of many clients, and how it stops (耐受): connections that say
 * nothing are closed, and their number is bounded; a stop waits for what is being answered. Those
 * that send or fetch by drops are {@link Capacity}'s.
 */
final class Endurance {
  private final SiteSettings settings;

  Endurance(SiteSettings settings) {
    this.settings = settings;
  }

  void applyTo(Server server, Capacity capacity) {
    SiteSettings.Load load = settings.load();
    server.setStopTimeout(load.farewell().toMillis());
    server.insertHandler(capacity.around());
    server.insertHandler(new GracefulHandler());
    server.addBean(new NetworkConnectionLimit(load.connections(), server));
  }

  Connector connector(Server server, HttpConfiguration http) {
    http.setIdleTimeout(settings.load().silence().toMillis());
    /* A selector accepts, no thread of its own: such a thread is interrupted at a stop, and what it
     * had just accepted would then be lost, open and unanswered. */
    ServerConnector connector = new ServerConnector(server, 0, -1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.load().silence().toMillis());
    return connector;
  }
}
