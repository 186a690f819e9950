package wenmai.web.site;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that are broken before any route sees them (a line too long, a header that is
 * none): the status and nothing else, under the same headers as everything else.
 */
final class BareErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reception.HEADERS.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.write(
        true, StandardCharsets.UTF_8.encode("HTTP " + response.getStatus() + "\n"), callback);
    return true;
  }
}
