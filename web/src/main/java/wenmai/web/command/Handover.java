package wenmai.web.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Intake;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.ArchiveLock;
import wenmai.web.render.Messages;
import wenmai.web.site.HandoverRoutes;

/**
 * Hands a run of intake to the running site, which is the archive's one writer, and hears from it
 * line by line.
 */
final class Handover {
  private final ArchiveLock.Holder site;
  private final Messages messages;
  private final JsonMapper json = JsonMapper.builder().build();

  Handover(ArchiveLock.Holder site, Messages messages) {
    this.site = site;
    this.messages = messages;
  }

  Intake.IntakeReport take(Intake.Request request, Intake.Listener listener) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("paths", request.paths().stream().map(Object::toString).toList());
    body.put("visibility", request.visibility().key());
    body.put("allowRemovals", request.allowRemovals());
    body.put("settledMillis", request.settled().toMillis());
    HttpRequest post =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + HandoverRoutes.PATH))
            .header(HandoverRoutes.TOKEN, site.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(post, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            messages.get("cli.handover.refused", response.statusCode()));
      }
      return listen(response.body(), listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(messages.get("cli.handover.interrupted"), e);
    }
  }

  private Intake.IntakeReport listen(InputStream answer, Intake.Listener listener)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = json.readTree(line);
        if (event.has("report")) {
          return json.treeToValue(event.get("report"), Intake.IntakeReport.class);
        } else if (event.has("failed")) {
          throw new IllegalStateException(event.get("failed").asString());
        } else if (event.has("id")) {
          listener.accepted(
              event.get("path").asString(), new DocumentId(event.get("id").asString()));
        } else {
          listener.progress(event.get("done").asLong(), event.get("total").asLong());
        }
      }
    }
    throw new IllegalStateException(messages.get("cli.handover.broken"));
  }
}
