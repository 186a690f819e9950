package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import wenmai.web.site.RequestProblem;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;
import wenmai.web.site.SiteSettings.Load;

/** What the server bears of many and of slow clients, and how it stops. */
class EnduranceTest {
  private static final Duration SOON = Duration.ofMillis(600);
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final int LARGE = 32 << 20;

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private Duration farewell = Duration.ofSeconds(4);
  private Site site;

  @AfterEach
  void close() {
    leave.countDown();
    client.close(); // a stop waits a second for connections that somebody keeps
    site.close();
  }

  private void open(
      int parallel, int waiting, Duration patience, Duration silence, Duration whole) {
    Load load = new Load(parallel, waiting, patience, 200, silence, whole, whole, farewell);
    site =
        Site.start(
            SiteSettings.at("127.0.0.1", 0).with(load),
            EnduranceTest::refuse,
            new SimpleMeterRegistry(),
            List.of(this::routes));
  }

  private static void refuse(JavalinConfig config) {
    config.routes.exception(
        RequestProblem.class, (e, context) -> context.status(e.status()).result(e.code()));
  }

  private void routes(JavalinConfig config) {
    config.routes.get("/quick", context -> context.result("quick"));
    config.routes.get(
        "/waits",
        context -> {
          entered.countDown();
          leave.await();
          context.result("waited");
        });
    config.routes.get(
        "/deep",
        context -> {
          throw new StackOverflowError();
        });
    config.routes.get(
        "/large",
        context ->
            context.result(new BufferedInputStream(new ByteArrayInputStream(new byte[LARGE]))));
    config.routes.post("/taken", context -> context.result("" + context.bodyAsBytes().length));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + site.port() + path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address(path)).timeout(LATE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> begin(String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void beyond_what_it_can_do_it_says_when_to_come_again() throws Exception {
    open(1, 0, SOON, LATE, LATE);
    CompletableFuture<HttpResponse<String>> first = begin("/waits");
    entered.await();
    HttpResponse<String> second = get("/quick");
    assertEquals(503, second.statusCode());
    assertEquals("busy", second.body());
    assertEquals("2", second.headers().firstValue("Retry-After").orElse(""));
    leave.countDown();
    assertEquals("waited", first.get().body());
    assertEquals(200, get("/quick").statusCode());
  }

  @Test
  void who_waits_for_a_turn_gets_it() throws Exception {
    open(1, 8, LATE, LATE, LATE);
    CompletableFuture<HttpResponse<String>> first = begin("/waits");
    entered.await();
    CompletableFuture<HttpResponse<String>> second = begin("/quick");
    leave.countDown();
    assertEquals("waited", first.get().body());
    assertEquals("quick", second.get().body());
  }

  @Test
  void a_turn_ends_whatever_becomes_of_the_request() throws Exception {
    open(1, 0, SOON, LATE, LATE);
    for (int i = 0; i < 3; i++) {
      assertEquals(500, get("/deep").statusCode());
      assertEquals(404, get("/nothing").statusCode());
      assertEquals(200, get("/quick").statusCode());
    }
  }

  @Test
  void who_fetches_slowly_takes_nobody_elses_turn() throws Exception {
    open(1, 0, SOON, LATE, LATE);
    try (Socket slow = new Socket("127.0.0.1", site.port())) {
      send(slow, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
      assertTrue(slow.getInputStream().read() >= 0, "the answer has begun");
      assertEquals(200, get("/quick").statusCode());
    }
  }

  @Test
  void a_connection_that_falls_silent_is_closed() throws Exception {
    open(4, 8, LATE, SOON, LATE);
    try (Socket silent = new Socket("127.0.0.1", site.port())) {
      silent.setSoTimeout((int) LATE.toMillis());
      send(silent, "GET /quick HTTP/1.1\r\nHost: a\r\nX-Half: ");
      while (silent.getInputStream().read() >= 0) {
        // what it says before it closes does not matter
      }
    }
    assertEquals(200, get("/quick").statusCode());
  }

  @Test
  void who_sends_by_drops_takes_nobodys_turn_and_is_cut_off() throws Exception {
    open(1, 0, SOON, LATE, Duration.ofSeconds(3));
    try (Socket dropping = new Socket("127.0.0.1", site.port())) {
      dropping.setSoTimeout((int) LATE.toMillis());
      send(dropping, "POST /taken HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n");
      send(dropping, "a");
      assertEquals(200, get("/quick").statusCode());
      assertThrows(
          IOException.class,
          () -> {
            for (int i = 0; i < 3_000; i++) {
              send(dropping, "a");
              TimeUnit.MILLISECONDS.sleep(20);
            }
          });
    }
    assertEquals(200, get("/quick").statusCode());
  }

  @Test
  void who_fetches_by_drops_is_cut_off() throws Exception {
    open(4, 8, LATE, LATE, Duration.ofSeconds(3));
    long fetched = 0;
    try (Socket dropping = new Socket("127.0.0.1", site.port())) {
      dropping.setSoTimeout((int) LATE.toMillis());
      send(dropping, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
      InputStream in = dropping.getInputStream();
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      byte[] drop = new byte[4_096];
      for (int read = in.read(drop); read >= 0; read = in.read(drop)) {
        fetched += read;
        TimeUnit.MILLISECONDS.sleep(System.nanoTime() < end ? 20 : 0);
      }
    } catch (IOException cut) {
      // as it should
    }
    assertTrue(fetched < LARGE, "all of it came: " + fetched);
    assertEquals(200, get("/quick").statusCode());
  }

  /** Again and again, since what is lost between accepting and stopping is lost by chance. */
  @RepeatedTest(12)
  void a_stop_waits_for_what_is_being_answered_and_takes_nothing_new() throws Exception {
    farewell = LATE;
    open(4, 8, LATE, LATE, LATE);
    CompletableFuture<HttpResponse<String>> running = begin("/waits");
    entered.await();
    HttpRequest late = HttpRequest.newBuilder(address("/quick")).timeout(LATE).build();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(site::close);
    try (HttpClient other = HttpClient.newHttpClient()) {
      boolean refused = false;
      while (!refused) {
        try {
          refused = other.send(late, HttpResponse.BodyHandlers.ofString()).statusCode() == 503;
        } catch (ConnectException closed) {
          refused = true;
        }
      }
    }
    leave.countDown();
    assertEquals("waited", running.get().body());
    stopping.get();
  }

  private static void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
