package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What somebody tries who wants to break in: through papers, addresses, headers and queries. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {
  private static final int QUERIES = 400;

  private TestSite site;
  private String hostile;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    hostile = site.find(HostilePapers.WORST);
  }

  private Map<String, String> doors() {
    Map<String, String> doors = new TreeMap<>(Places.of(site));
    doors.put("api search", "/api/v1/documents?q=" + TestSite.encode(HostilePapers.WORD));
    doors.put("api document", "/api/v1/documents/" + hostile);
    doors.put("api raw", "/api/v1/documents/" + hostile + "/raw");
    doors.put("api original", "/api/v1/documents/" + hostile + "/original");
    doors.put("api nothing", "/api/v1/nothing");
    doors.put("api bad", "/api/v1/documents?size=9999");
    doors.put("feed", "/feed.atom?q=" + TestSite.encode(HostilePapers.WORD));
    doors.put("ledger csv", "/matters.csv");
    doors.put("wanted csv", "/wanted.csv");
    doors.put("style", "/assets/wenmai.css");
    doors.put("robots", "/robots.txt");
    doors.put("health", "/healthz");
    doors.put("too long", "/?q=" + "a".repeat(20_000));
    doors.put("far too long", "/?q=" + "a".repeat(90_000));
    return doors;
  }

  @TestFactory
  Stream<DynamicTest> every_answer_carries_the_headers_that_protect() {
    return doors().entrySet().stream()
        .map(door ->
            DynamicTest.dynamicTest(
                door.getKey(),
                () -> {
                  var headers = site.getBytes(door.getValue()).headers();
                  String policy = headers.firstValue("Content-Security-Policy").orElse("");
                  assertAll(
                      () -> assertTrue(policy.contains("default-src 'none'"), policy),
                      () -> assertFalse(policy.contains("unsafe"), policy),
                      () ->
                          assertEquals(
                              "nosniff", headers.firstValue("X-Content-Type-Options").orElse("")),
                      () -> assertEquals("DENY", headers.firstValue("X-Frame-Options").orElse("")),
                      () -> assertTrue(headers.firstValue("Server").isEmpty()),
                      () -> assertTrue(headers.firstValue("Set-Cookie").isEmpty()));
                }));
  }

  @TestFactory
  Stream<DynamicTest> markup_in_a_paper_is_shown_and_never_run() {
    return doors().entrySet().stream()
        .map(door ->
            DynamicTest.dynamicTest(
                door.getKey(),
                () -> {
                  HttpResponse<String> answer = site.get(door.getValue());
                  String type = answer.headers().firstValue("Content-Type").orElse("");
                  if (type.startsWith("text/html")) {
                    String html = answer.body();
                    // What stands between quotation marks in a tag is a value.
                    String tags = html.replaceAll("=\"[^\"]*\"", "=");
                    assertFalse(html.contains("<script"), "a script");
                    assertFalse(tags.matches("(?s).*<[^>]+\\son[a-z]+\\s*=.*"), "a handler");
                    assertFalse(html.contains("<svg onload"), "an image that acts");
                    assertFalse(html.contains("href=\"javascript:"), "a link that acts");
                    assertFalse(html.contains(HostilePapers.REVEALED), "a template that ran");
                  }
                }));
  }

  @Test
  void the_words_of_a_hostile_paper_are_all_there_as_words() {
    String html = site.get("/documents/" + hostile).body();
    assertTrue(html.contains("&lt;script&gt;alert"), "the title is shown");
    assertTrue(html.contains("${&quot;文脉&quot;+"), "so is what looks like a template");
  }

  @Test
  void an_original_is_for_saving_under_a_harmless_name() {
    JsonNode hits =
        site.json("/api/v1/documents?q=" + TestSite.encode(HostilePapers.WORD)).path("hits");
    List<String> addresses =
        hits.valueStream()
            .map(hit -> "/documents/" + hit.path("id").asString() + "/original")
            .flatMap(path -> Stream.of(path, "/api/v1" + path))
            .toList();
    for (String address : addresses) {
      var answer = site.getBytes(address);
      String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
      assertEquals(200, answer.statusCode());
      assertTrue(
          disposition.matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%._-]+"), disposition);
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Type")
              .orElse("")
              .startsWith("application/octet-stream"));
      assertTrue(
          answer.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
      assertTrue(answer.headers().allValues("Set-Cookie").isEmpty(), "a header was smuggled in");
    }
  }

  @Test
  void going_back_after_a_choice_never_leaves_the_site() {
    for (String back :
        List.of(
            "//example.invalid/",
            "/\\example.invalid",
            "https://example.invalid/",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x=1",
            "")) {
      HttpResponse<String> answer =
          site.get("/appearance?size=large&back=" + TestSite.encode(back));
      assertEquals(303, answer.statusCode());
      URI there =
          URI.create(site.url("/")).resolve(answer.headers().firstValue("Location").orElseThrow());
      assertEquals(site.url("/"), there.toString(), back);
    }
  }

  @Test
  void a_name_of_the_host_that_is_none_is_not_repeated() throws IOException {
    String answer =
        raw(
            "GET /feed.atom HTTP/1.1\r\nHost: evil\"><script>.invalid\r\nConnection: close\r\n\r\n");
    assertFalse(answer.contains("evil"), answer);
  }

  @Test
  void broken_requests_are_refused_in_few_words() throws IOException {
    for (String request :
        List.of(
            "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost a\r\n\r\n",
            "BREW / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /assets/..%2f..%2fopenapi.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      String answer = raw(request);
      assertTrue(answer.startsWith("HTTP/1.1 4"), request + " → " + answer);
      assertFalse(answer.contains("Exception") || answer.contains("\tat "), answer);
      assertTrue(answer.contains("Content-Security-Policy"), answer);
    }
  }

  private String raw(String request) throws IOException {
    URI address = URI.create(site.url("/"));
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatever_is_typed_gets_an_answer_or_a_sentence() {
    Random random = new Random(20261121);
    String signs =
        "审议意见预算 \"“”()（）:：*?？\\/|&与或非 AND OR NOT near/10(标题:日期:2022..2024引用:《》\u0000\u0007\uD800x〔〕9-_'<>%";
    for (int i = 0; i < QUERIES; i++) {
      StringBuilder query = new StringBuilder();
      int length = 1 + random.nextInt(40);
      for (int c = 0; c < length; c++) {
        query.append(signs.charAt(random.nextInt(signs.length())));
      }
      HttpResponse<String> page = site.get("/?q=" + TestSite.encode(query.toString()));
      assertTrue(
          page.statusCode() == 200 || page.statusCode() == 400,
          page.statusCode() + " for " + query);
    }
  }

  @Test
  void parameters_that_make_no_sense_are_named() {
    for (String parameters :
        List.of("size=0", "size=x", "page=-1", "sort=up", "from=yesterday", "level=x", "mode=x")) {
      HttpResponse<String> answer = site.get("/api/v1/documents?" + parameters);
      assertEquals(400, answer.statusCode(), parameters);
      assertEquals(
          "application/problem+json; charset=utf-8",
          answer.headers().firstValue("Content-Type").orElse(""));
      String name = parameters.substring(0, parameters.indexOf('='));
      assertTrue(answer.body().contains(name), answer.body());
    }
  }

  @Test
  void other_methods_are_refused() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      assertEquals(405, site.send(method, "/api/v1/documents", "{}").statusCode(), method);
    }
  }
}
