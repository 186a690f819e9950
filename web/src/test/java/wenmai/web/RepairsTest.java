package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Repairs over HTTP: everyone sees them, staff undo them; each test leaves the text as it was. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairsTest {
  private static final String PASSWORD = "绝知此事要躬行也";

  private TestSite site;
  private AccountBook book;
  private String reader;
  private String staff;
  private String id;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    book = AccountBook.open(Premises.in(site.data()), Clock.systemUTC());
    reader = token("repairs-reader", Role.READER);
    staff = token("repairs-staff", Role.STAFF);
    id = site.find(HostilePapers.MENDED);
  }

  @AfterAll
  void close() {
    book.close();
  }

  private String token(String name, Role role) {
    book.add(name, role, PASSWORD, "test");
    return ((Attempt.Granted) book.signIn(name, PASSWORD, "test")).token();
  }

  private String api() {
    return "/api/v1/documents/" + id;
  }

  private HttpResponse<String> post(String body, String token) {
    return site.send("POST", api() + "/repairs", body, "Authorization", "Bearer " + token);
  }

  private JsonNode ask(String body) {
    HttpResponse<String> answer = post(body, staff);
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private String text() {
    return site.json(api()).path("text").asString();
  }

  private String firstGloss() {
    for (JsonNode repair : site.json(api() + "/repairs").path("repairs")) {
      if (repair.path("why").asString().equals("gloss")) {
        return repair.path("name").asString();
      }
    }
    throw new IllegalStateException("no gloss was mended");
  }

  @Test
  void every_repair_is_listed_with_its_places_in_both_layers() {
    JsonNode all = site.json(api() + "/repairs");
    String raw = site.get(api() + "/raw").body();
    String text = text();
    assertTrue(all.path("total").asInt() > 8, all.toString());
    for (JsonNode repair : all.path("repairs")) {
      String was = cut(raw, repair.path("rawStart").asInt(), repair.path("rawEnd").asInt());
      assertEquals(repair.path("was").asString(), was);
      String now = cut(text, repair.path("start").asInt(), repair.path("end").asInt());
      assertEquals(repair.path("now").asString(), now);
    }
  }

  private static String cut(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  @Test
  void staff_undo_a_repair_and_let_it_stand_again() {
    String before = text();
    String name = firstGloss();
    JsonNode after = ask("{\"undo\":[\"" + name + "\"]}");
    assertEquals(1, after.path("undone").asInt());
    assertTrue(text().contains("监(jiān)督工作的报告"), text());
    assertEquals(
        "关于加强监(jiān)督工作的报告", site.json(api()).path("title").asString(), "the facts follow");
    assertTrue(site.json(api() + "/repairs").path("repairs").get(0).path("by").isNull());
    ask("{\"redo\":[\"" + name + "\"]}");
    assertEquals(before, text());
  }

  @Test
  void a_hit_opens_the_original_at_its_page() {
    JsonNode hits =
        site.json("/api/v1/documents?q=" + TestSite.encode("标题:" + TestSite.PAGED)).path("hits");
    String paged = hits.get(0).path("id").asString();
    int page = hits.get(0).path("snippets").get(0).path("page").asInt(0);
    assertTrue(page >= 1, hits.toString());
    String address = "/documents/" + paged + "/original";
    String found = site.get("/?q=" + TestSite.encode("标题:" + TestSite.PAGED)).body();
    assertTrue(found.contains(address + "#page=" + page), "the list leads to the page");
    assertTrue(site.get("/documents/" + paged).body().contains(address + "#page=2"));
    HttpResponse<byte[]> original = site.getBytes(address);
    assertEquals(200, original.statusCode());
    assertEquals("application/pdf", original.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        original.headers().firstValue("Content-Disposition").orElse("").startsWith("inline"));
    assertTrue(
        original.headers().firstValue("Content-Security-Policy").orElse("").contains("'none'"));
    assertTrue(
        new String(original.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII)
            .startsWith("%PDF-"));
  }

  @Test
  void others_may_look_and_may_not_undo() {
    String body = "{\"undo\":[\"" + firstGloss() + "\"]}";
    assertEquals(401, site.send("POST", api() + "/repairs", body).statusCode());
    assertEquals(403, post(body, reader).statusCode());
    String page = site.get("/documents/" + id + "/repairs").body();
    assertTrue(page.contains("(jiān)"));
    assertFalse(page.contains("name=\"repair\""), "no boxes to tick for the public");
    assertFalse(page.contains("<script>alert"), "markup of the text is escaped");
    assertFalse(page.contains("<img src=x"), "and that of what was taken out");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (String body : List.of("{}", "{\"undo\":\"x\"}", "{\"undo\":[7]}", "{\"undo\":[\"00\"]}")) {
      assertEquals(422, post(body, staff).statusCode(), body);
    }
    assertEquals(400, post("[", staff).statusCode());
    assertEquals(
        404,
        site.send(
                "POST",
                "/api/v1/documents/00000000000000000000/repairs",
                "{\"undo\":[\"00\"]}",
                "Authorization",
                "Bearer " + staff)
            .statusCode());
  }

  @Test
  void the_page_undoes_what_is_ticked_and_all_of_a_kind() {
    String before = text();
    String cookie = "wenmai=" + staff;
    String path = "/documents/" + id + "/repairs";
    Matcher proof =
        Pattern.compile("name=\"proof\" value=\"(\\w{64})\"")
            .matcher(site.get(path, "Cookie", cookie).body());
    assertTrue(proof.find());
    String[] headers = {"Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded"};
    String tick = "act=undo&repair=" + firstGloss();
    assertEquals(403, site.send("POST", path, tick, headers).statusCode());
    String shown = "&proof=" + proof.group(1);
    assertEquals(303, site.send("POST", path, tick + shown, headers).statusCode());
    assertTrue(text().contains("(jiān)"));
    assertEquals(422, site.send("POST", path, "act=undo" + shown, headers).statusCode());
    String kind = path + "?why=gloss";
    assertEquals(303, site.send("POST", kind, "act=undo-all" + shown, headers).statusCode());
    assertTrue(text().contains("(zhí)"));
    assertEquals(303, site.send("POST", kind, "act=redo-all" + shown, headers).statusCode());
    assertEquals(before, text());
  }
}
