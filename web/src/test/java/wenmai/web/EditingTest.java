package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.store.Premises;

/** Who may change what over HTTP; each test leaves the archive as it found it. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditingTest {
  private static final String PASSWORD = "绝知此事要躬行也";

  private TestSite site;
  private AccountBook book;
  private String reader;
  private String staff;
  private String admin;
  private String id;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    book = AccountBook.open(Premises.in(site.data()), Clock.systemUTC());
    reader = token("editing-reader", Role.READER);
    staff = token("editing-staff", Role.STAFF);
    admin = token("editing-admin", Role.ADMIN);
    id = site.find("标题:农村供水条例");
  }

  @AfterAll
  void close() {
    book.close();
  }

  private String token(String name, Role role) {
    book.add(name, role, PASSWORD, "test");
    return ((Attempt.Granted) book.signIn(name, PASSWORD, "test")).token();
  }

  private HttpResponse<String> send(String method, String path, String body, String token) {
    return site.send(method, path, body, "Authorization", "Bearer " + token);
  }

  private String document(String part) {
    return "/api/v1/documents/" + id + part;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private void undoLast() {
    JsonNode dossier = json(send("GET", document("/editing"), "", staff));
    long step = dossier.path("history").get(0).path("step").asLong();
    json(send("POST", document("/undo"), "{\"step\":" + step + "}", staff));
  }

  @Test
  void the_public_is_asked_to_sign_in_and_readers_are_refused() {
    for (String[] request :
        List.of(
            new String[] {"GET", document("/editing")},
            new String[] {"PUT", document("/facts/title")},
            new String[] {"DELETE", document("/facts/title")},
            new String[] {"PUT", document("/publication")},
            new String[] {"PUT", document("/clearances/personal-data")},
            new String[] {"POST", document("/undo")},
            new String[] {"GET", "/api/v1/audit"})) {
      String what = request[0] + " " + request[1];
      assertEquals(401, site.send(request[0], request[1], "{}").statusCode(), what);
      assertEquals(403, send(request[0], request[1], "{}", reader).statusCode(), what);
    }
    assertEquals(403, send("GET", "/api/v1/audit", "", staff).statusCode());
    assertEquals(200, send("GET", "/api/v1/audit", "", admin).statusCode());
  }

  @Test
  void a_correction_shows_at_once_and_can_be_undone() {
    JsonNode after = json(send("PUT", document("/facts/title"), "{\"value\":\"改过的标题\"}", staff));
    assertEquals("改过的标题", after.path("title").asString());
    assertEquals("改过的标题", site.json(document("")).path("title").asString());
    undoLast();
    assertTrue(site.json(document("")).path("title").asString().contains("农村供水条例"));
  }

  @Test
  void what_is_withdrawn_is_gone_with_a_word_and_comes_back() {
    json(send("PUT", document("/publication"), "{\"state\":\"withdrawn\"}", staff));
    assertEquals(410, site.get(document("")).statusCode());
    assertEquals(410, site.get("/documents/" + id).statusCode());
    undoLast();
    assertEquals(200, site.get(document("")).statusCode());
  }

  @Test
  void what_becomes_internal_does_not_exist_for_the_public_and_does_for_readers() {
    json(send("PUT", document("/publication"), "{\"state\":\"internal\"}", staff));
    HttpResponse<String> hidden = site.get(document(""));
    HttpResponse<String> absent = site.get("/api/v1/documents/00000000000000000000");
    assertEquals(404, hidden.statusCode());
    assertEquals(absent.body(), hidden.body());
    assertEquals(200, send("GET", document(""), "", reader).statusCode());
    undoLast();
    assertEquals(200, site.get(document("")).statusCode());
  }

  @Test
  void what_makes_no_sense_is_refused_with_a_reason() {
    List.of(
            new String[] {"PUT", "/facts/date", "{\"value\":\"yesterday\"}", "422"},
            new String[] {"PUT", "/facts/colour", "{\"value\":\"red\"}", "422"},
            new String[] {"PUT", "/facts/title", "{\"value\":7}", "422"},
            new String[] {"PUT", "/facts/title", "{}", "422"},
            new String[] {"PUT", "/facts/title", "{", "400"},
            new String[] {"PUT", "/facts/title", "[]", "400"},
            new String[] {"PUT", "/publication", "{\"state\":\"secret\"}", "422"},
            new String[] {"PUT", "/publication", "{\"state\":\"reviewed\"}", "422"},
            new String[] {"PUT", "/clearances/cut-text", "", "404"},
            new String[] {"POST", "/undo", "{\"step\":\"x\"}", "422"},
            new String[] {"POST", "/undo", "{\"step\":1}", "422"})
        .forEach(request -> {
          HttpResponse<String> answer = send(request[0], document(request[1]), request[2], staff);
          assertEquals(
              Integer.parseInt(request[3]), answer.statusCode(), String.join(" ", request));
          assertTrue(
              answer.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
        });
  }

  @Test
  void the_page_does_the_same_with_forms_that_carry_the_proof() {
    String cookie = "wenmai=" + staff;
    String path = "/documents/" + id + "/edit";
    HttpResponse<String> page = site.get(path, "Cookie", cookie);
    assertEquals(200, page.statusCode());
    Matcher proof = Pattern.compile("name=\"proof\" value=\"(\\w{64})\"").matcher(page.body());
    assertTrue(proof.find());
    String form = "act=correct&fact=signatory&value=" + TestSite.encode("<b>甲</b>");
    String[] headers = {"Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded"};
    assertEquals(403, site.send("POST", path, form, headers).statusCode());
    String proven = form + "&proof=" + proof.group(1);
    assertEquals(303, site.send("POST", path, proven, headers).statusCode());
    String changed = site.get(path, "Cookie", cookie).body();
    assertTrue(changed.contains("&lt;b&gt;甲&lt;/b&gt;"), changed);
    undoLast();
    assertEquals(303, site.get(path).statusCode(), "the public is led to the login");
  }
}
