package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.store.Audit;

/**
 * What people try who are signed in and may not: every door that the router knows, by every role. A
 * route that is added later is tried as well, and counts as staff's until it is named here.
 */
@ExtendWith(TwinSites.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
  private static final String PASSWORD = "会当凌绝顶一览众山小";
  private static final String ABSENT = "00000000000000000000";

  /** By which one signs in: nobody is anybody yet. */
  private static final Set<String> OPEN = Set.of("POST /login", "POST /api/v1/session");

  /** What concerns one's own account alone. */
  private static final Set<String> OWN =
      Set.of(
          "POST /logout",
          "DELETE /api/v1/session",
          "POST /account/devices",
          "POST /account/password");

  private static final Set<String> OF_ADMINS =
      Set.of(
          "GET /admin",
          "GET /admin/accounts",
          "POST /admin/accounts",
          "GET /api/v1/admin",
          "GET /api/v1/audit");

  private static final Set<String> OF_STAFF_TO_READ =
      Set.of("GET /documents/{id}/edit", "GET /api/v1/documents/{id}/editing");

  private final Map<Role, String> tokens = new TreeMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private OpenSite site;
  private Path data;
  private String seen = "";
  private String hidden = "";
  private String matter = "";

  @BeforeAll
  void enter(TwinSites sites) {
    site = sites.with();
    data = sites.folder();
    for (Role role : List.of(Role.READER, Role.STAFF, Role.ADMIN)) {
      String name = "doors-" + role.name().toLowerCase(Locale.ROOT);
      site.book().add(name, role, PASSWORD, "test");
      tokens.put(role, ((Attempt.Granted) site.book().signIn(name, PASSWORD, "test")).token());
    }
    hidden = sites.hidden().getFirst().value();
    site.archive()
        .openFor(Reader.anonymous(), TwinSites.DAY)
        .export(view -> seen = view.document().id().value(), found -> matter = found.id());
    assertTrue(!seen.isEmpty() && !matter.isEmpty());
  }

  @AfterAll
  void close() {
    client.close();
  }

  private HttpResponse<String> ask(String request, String... headers) {
    String[] words = request.split(" ", 2);
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.site().port() + words[1]))
            .method(words[0], HttpRequest.BodyPublishers.ofString("{}"));
    try {
      return client.send(
          (headers.length == 0 ? asked : asked.headers(headers)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String[] bearer(Role role) {
    return new String[] {"Authorization", "Bearer " + tokens.get(role)};
  }

  private String[] cookie(Role role) {
    return new String[] {"Cookie", "wenmai=" + tokens.get(role)};
  }

  /** A route as it is asked for this paper. */
  private String at(String route, String id) {
    return route
        .replace("/matters/{id}", "/matters/" + matter)
        .replace("{id}", id)
        .replace("{fact}", "title")
        .replace("{code}", "personal-data")
        .replaceAll("\\{\\w+\\}", "1");
  }

  private List<String> changing() {
    return site.routes().stream()
        .filter(route -> !route.startsWith("GET ") && !route.startsWith("HEAD "))
        .filter(route -> !OPEN.contains(route))
        .toList();
  }

  private Optional<Audit.Entry> lastAct() {
    return site
        .archive()
        .workroomFor(new Reader(Role.ADMIN, Optional.of("test")))
        .latest(1)
        .stream()
        .findFirst();
  }

  @Test
  void a_reader_changes_nothing_and_learns_nothing_by_trying() {
    Optional<Audit.Entry> before = lastAct();
    List<String> tried = new ArrayList<>(changing());
    tried.removeAll(OWN);
    tried.addAll(OF_STAFF_TO_READ);
    tried.addAll(OF_ADMINS);
    assertTrue(tried.size() > 15, tried.toString());
    Map<String, Integer> open = new LinkedHashMap<>();
    for (String route : tried) {
      HttpResponse<String> there = ask(at(route, hidden), bearer(Role.READER));
      HttpResponse<String> absent = ask(at(route, ABSENT), bearer(Role.READER));
      if (there.statusCode() != 403) {
        open.put(route, there.statusCode());
      }
      assertEquals(told(absent), told(there), route);
    }
    assertEquals(Map.of(), open);
    assertEquals(before, lastAct());
  }

  @Test
  void a_page_from_elsewhere_makes_nobodys_browser_change_anything() {
    Optional<Audit.Entry> before = lastAct();
    Map<String, Integer> open = new LinkedHashMap<>();
    for (Role role : tokens.keySet()) {
      for (String route : changing()) {
        int status = ask(at(route, seen), cookie(role)).statusCode();
        if (status != 403) {
          open.put(role + " " + route, status);
        }
      }
    }
    assertEquals(Map.of(), open);
    assertEquals(before, lastAct());
  }

  @Test
  void staff_do_not_look_after_accounts_or_read_who_did_what() {
    for (String route : OF_ADMINS) {
      assertTrue(site.routes().contains(route), route);
      assertEquals(403, ask(route, bearer(Role.STAFF)).statusCode(), route);
      assertNotEquals(403, ask(route, bearer(Role.ADMIN)).statusCode(), route);
    }
  }

  /** What a reader's browser was given of a hidden paper opens nothing for who is not signed in. */
  @Test
  void marks_and_ranges_of_a_hidden_paper_tell_the_public_nothing() {
    int marked = 0;
    for (String route : site.routes()) {
      if (!route.startsWith("GET ") || !route.contains("{id}") || route.contains("/matters/")) {
        continue;
      }
      HttpResponse<String> given = ask(at(route, hidden), bearer(Role.READER));
      String mark = given.headers().firstValue("ETag").orElse("\"none\"");
      marked += mark.equals("\"none\"") ? 0 : 1;
      for (String[] headers :
          List.of(
              new String[] {"If-None-Match", mark},
              new String[] {"If-None-Match", "*"},
              new String[] {"Range", "bytes=0-9"},
              new String[] {"If-Modified-Since", "Sat, 29 Oct 2044 19:43:31 GMT"})) {
        assertEquals(
            told(ask(at(route, ABSENT), headers)),
            told(ask(at(route, hidden), headers)),
            route + " " + headers[0]);
      }
      if (given.statusCode() == 200) {
        assertEquals(
            "private, no-store", given.headers().firstValue("Cache-Control").orElse(""), route);
      }
    }
    assertTrue(marked > 2, "only " + marked + " answers had a mark");
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body().replaceAll("[0-9a-f]{20}", "ID");
  }

  @Test
  void whoever_is_removed_is_out_at_once_and_a_namesake_has_only_what_is_given() {
    site.book().add("leaver", Role.STAFF, PASSWORD, "test");
    String token = ((Attempt.Granted) site.book().signIn("leaver", PASSWORD, "test")).token();
    String[] headers = {"Authorization", "Bearer " + token};
    String door = "GET /api/v1/documents/" + hidden + "/editing";
    assertEquals(200, ask(door, headers).statusCode());
    site.book().remove("leaver", "test");
    assertEquals(401, ask(door, headers).statusCode());
    site.book().add("leaver", Role.READER, PASSWORD, "test");
    assertEquals(401, ask(door, headers).statusCode());
    site.book().remove("leaver", "test");
  }

  @Test
  void a_paper_inside_another_folder_is_not_fetched_by_its_name() throws IOException {
    Files.writeString(data.resolve("with/secret.txt"), "蓝鲸");
    for (String id : List.of("..%2Fsecret.txt", "%2e%2e%2fsecret.txt", "..;", hidden + "%2F..")) {
      HttpResponse<String> answer = ask("GET /documents/" + id + "/original", bearer(Role.ADMIN));
      assertTrue(answer.statusCode() >= 400, id);
      assertTrue(!answer.body().contains("蓝鲸"), id);
    }
  }
}
