package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Premises;
import wenmai.web.bench.NewPapers;

/** A first visitor who has seen enough before the sample papers are all there. */
class StopTest {
  /** What a process gives back that was asked to end, by the number of the signal. */
  private static final int TERMINATED = 128 + 15;

  private static final int ROUNDS = 12;
  private static final int PAPERS = 20 * ROUNDS;
  private static final int MOST_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void a_first_load_that_is_stopped_says_so_and_goes_on_at_the_next_start() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createSymbolicLink(home.resolve("config"), Launched.project().resolve("config"));
    List<String> lines = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      lines.addAll(NewPapers.lines(round));
    }
    Path sample = home.resolve("corpus/sample");
    Files.createDirectories(sample.resolve("internal"));
    Files.write(Files.createDirectories(sample.resolve("public")).resolve("papers.jsonl"), lines);
    List<String> serve =
        List.of("serve", "--port", "0", "--data", folder.resolve("data").toString());

    Launched first = Launched.elsewhere(home, folder, serve);
    awaitFirstPaper();
    first.process().destroy();
    assertTrue(first.process().waitFor(MOST_SECONDS, TimeUnit.SECONDS), "it goes on and on");
    String said = Files.readString(first.remarks());
    assertFalse(said.contains("没有完成"), said);
    assertTrue(said.contains("正在停止"), said);
    assertEquals(TERMINATED, first.process().exitValue());
    assertTrue(held() < PAPERS, "it went on to the end");

    Launched second = Launched.elsewhere(home, folder, serve);
    try {
      String site = second.address();
      assertEquals(PAPERS, total(site));
      assertTrue(get(site + "/").contains("示例"), "they pass for real ones");
    } finally {
      second.process().destroy();
      second.process().waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void awaitFirstPaper() throws IOException, InterruptedException {
    Path originals = folder.resolve("data/originals");
    for (int i = 0; i < MOST_SECONDS * 50; i++) {
      if (Files.isDirectory(originals)) {
        try (Stream<Path> files = Files.walk(originals)) {
          if (files.anyMatch(Files::isRegularFile)) {
            return;
          }
        }
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("no paper came in");
  }

  private long held() {
    Path data = folder.resolve("data");
    try (Depot depot =
        Depot.openForReading(new Premises(data, Optional.empty()), Clock.systemUTC())) {
      long[] held = {0};
      var unused =
          depot.read(session -> {
            new Documents(session).eachHeld(row -> held[0]++);
            return session;
          });
      return held[0];
    }
  }

  private static long total(String site) throws Exception {
    JsonNode answer =
        JsonMapper.shared().readTree(get(site + "/api/v1/documents?size=1&copies=show"));
    return answer.path("total").asLong();
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
