package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import wenmai.corpus.Archive;
import wenmai.corpus.Reader;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.store.Session;
import wenmai.web.site.Site;

/**
 * For the public, an archive with internal papers is the archive without them: every address that
 * the router knows, with every id and word there is, is answered with the same bytes. A route that
 * is added later is asked as well; one with a parameter nobody thought of here fails.
 */
@ExtendWith(TwinSites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {

  /** Words of internal papers alone, words of both, and nothing. */
  private static final List<String> WORDS = List.of("蓝鲸计划", "内部通报", "饮水", "引用:农村供水条例", "lj");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private Set<String> routes = Set.of();
  private List<DocumentId> hidden = List.of();
  private Site with;
  private Site without;
  private Archive whole;

  @BeforeAll
  void enter(TwinSites sites) {
    with = sites.with().site();
    without = sites.without().site();
    whole = sites.with().archive();
    routes = sites.with().routes();
    hidden = sites.hidden();
    assertTrue(hidden.size() >= 6, hidden.toString());
  }

  @AfterAll
  void close() {
    client.close();
  }

  /** Every request: each route with each value of its parameters, and with each query. */
  private List<String> requests() {
    List<String> ids = new ArrayList<>();
    hidden.stream().limit(4).forEach(id -> ids.add(id.value()));
    List<String> matters = new ArrayList<>();
    whole
        .openFor(Reader.owner(), TwinSites.DAY)
        .export(view -> {}, matter -> matters.add(matter.id()));
    List<DocumentId> seen = new ArrayList<>();
    whole
        .openFor(Reader.anonymous(), TwinSites.DAY)
        .search(wenmai.corpus.search.SearchRequest.of("供水"))
        .hits()
        .forEach(hit -> seen.add(hit.document().id()));
    seen.stream().limit(3).forEach(id -> ids.add(id.value()));
    ids.add("00000000000000000000");
    Map<String, List<String>> values =
        Map.of(
            "article", List.of("3"),
            "facet", List.of("kind", "organ", "region", "year", "session", "topic", "status"),
            "page", List.of("1", "2", "1.xml"),
            "fact", List.of("title"),
            "code", List.of("personal-data"));
    List<String> requests = new ArrayList<>();
    for (String route : routes) {
      List<String> own = route.contains("/matters/") ? matters : ids;
      Set<String> filled = new TreeSet<>(Set.of(route));
      while (filled.stream().anyMatch(f -> f.contains("{"))) {
        String next = filled.stream().filter(f -> f.contains("{")).findFirst().orElseThrow();
        String name = next.substring(next.indexOf('{') + 1, next.indexOf('}'));
        List<String> given = name.equals("id") ? own : values.getOrDefault(name, List.of());
        assertTrue(!given.isEmpty(), "nobody thought of {" + name + "} in " + route);
        filled.remove(next);
        given.forEach(value -> filled.add(next.replace("{" + name + "}", value)));
      }
      requests.addAll(filled);
      if (route.startsWith("GET") && !route.contains("{")) {
        WORDS.forEach(word -> requests.add(route + "?size=50&q=" + TestSite.encode(word)));
        requests.add(route + "?left=" + ids.getLast() + "&right=" + hidden.getFirst());
        requests.add(route + "?left=" + seen.getFirst() + "&right=" + hidden.getFirst());
        requests.add(route + "?sort=cited&size=100");
        requests.add(route + "?level=article&size=30&q=" + TestSite.encode("供水"));
      }
    }
    return requests;
  }

  @Test
  void every_address_answers_the_public_as_if_the_internal_papers_were_not_there() {
    List<String> requests = requests();
    Map<String, String> told = new TreeMap<>();
    for (String request : requests) {
      String one = ask(with, request);
      String other = ask(without, request);
      if (!one.equals(other)) {
        told.put(request, difference(one, other));
      }
    }
    assertTrue(requests.size() > 200, "only " + requests.size() + " requests");
    assertEquals(Map.of(), told);
  }

  /** By what it asks of the tables, not by clocks: those tell of the machine as well. */
  @Test
  void what_is_hidden_costs_the_same_work_as_what_never_was() {
    List<String> ways =
        routes.stream().filter(r -> r.startsWith("GET ") && r.contains("{id}")).toList();
    assertTrue(ways.size() > 8, ways.toString());
    for (String way : ways) {
      String route = way.replace("{article}", "3").replace("{fact}", "title");
      List<String> never = work(route.replace("{id}", "00000000000000000000"));
      for (DocumentId id : hidden) {
        assertEquals(never, work(route.replace("{id}", id.value())), way);
      }
    }
  }

  private List<String> work(String request) {
    Logger statements = (Logger) LoggerFactory.getLogger(Session.class);
    ListAppender<ILoggingEvent> noted = new ListAppender<>();
    noted.start();
    statements.setLevel(Level.TRACE);
    statements.setAdditive(false);
    statements.addAppender(noted);
    try {
      ask(with, request);
      return noted.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    } finally {
      statements.detachAppender(noted);
      statements.setAdditive(true);
      statements.setLevel(null);
    }
  }

  private static String difference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 80);
    return "with: …"
        + one.substring(from, Math.min(one.length(), at + 120))
        + "… without: …"
        + other.substring(from, Math.min(other.length(), at + 120));
  }

  /** Status, headers and body, without what differs from one request to the next. */
  private String ask(Site site, String request) {
    String method = request.substring(0, request.indexOf(' '));
    String path = request.substring(request.indexOf(' ') + 1).replace("\"", "%22");
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("x-request-id");
    headers.remove("date");
    headers.remove("connection"); // the server's own business: whether it has read all of a request
    headers.remove("content-length"); // of a body that says how long the search took
    headers.computeIfPresent(
        "set-cookie", // Max-Age stays; the same as a time of day goes on with the clock
        (name, cookies) ->
            cookies.stream()
                .map(cookie -> cookie.replaceAll("Expires=[^;]*", "Expires="))
                .toList());
    String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
    boolean timed = body.contains("tookMs") || path.startsWith("/?") || path.equals("/metrics");
    if (timed || body.contains("" + site.port())) {
      headers.remove("etag");
    }
    if (path.startsWith("/metrics")) {
      body = body.lines().filter(line -> line.startsWith("wenmai_documents ")).toList().toString();
      headers.remove("etag");
    }
    return answer.statusCode()
        + " "
        + headers
        + "\n"
        + new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .replaceAll("\"tookMs\":\\d+", "")
            .replaceAll("用时 \\d+ 毫秒", "")
            .replace("127.0.0.1:" + site.port(), "site");
  }
}
