package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Intake;
import wenmai.web.render.Messages;
import wenmai.web.site.HandoverRoutes;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/** How a running site takes in what another process hands it. */
class HandoverTest {
  private static final String TOKEN = "of-the-owner";

  /** Tells which thread takes papers in; there are none. */
  private static final class Telling implements Intake {
    private final CompletableFuture<Thread> taking = new CompletableFuture<>();

    @Override
    public IntakeReport take(Request request, Listener listener) {
      taking.complete(Thread.currentThread());
      return new IntakeReport(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), 0);
    }

    @Override
    public void examine(List<Path> paths, Consumer<Examined> consumer) {}
  }

  @Test
  void what_comes_in_gives_way_to_those_who_ask() throws Exception {
    Telling intake = new Telling();
    HandoverRoutes routes =
        new HandoverRoutes(
            intake, () -> {}, () -> false, TOKEN, Messages.load(), JsonMapper.builder().build());
    try (Site site =
            Site.start(
                SiteSettings.at("127.0.0.1", 0),
                config -> {},
                new SimpleMeterRegistry(),
                List.of(routes));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + site.port() + HandoverRoutes.PATH))
                  .header(HandoverRoutes.TOKEN, TOKEN)
                  .POST(HttpRequest.BodyPublishers.ofString("{\"paths\":[]}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("report"), answer.body());
    }
    Thread taking = intake.taking.getNow(Thread.currentThread());
    assertFalse(taking.isVirtual(), "it would keep answers from the cores they run on");
    assertEquals(Thread.MIN_PRIORITY, taking.getPriority());
  }
}
