package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import wenmai.corpus.store.Premises;

/** Signing in and out as browsers and programs do, while the site runs, and what is not let in. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
  private static final String PASSWORD = "纸上得来终觉浅绝知";
  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([0-9a-f]{64})\"");
  private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

  private TestSite site;
  private AccountBook book;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    book = AccountBook.open(Premises.in(site.data()), Clock.systemUTC());
    book.add("reader-one", Role.READER, PASSWORD, "test");
    book.add("staff-one", Role.STAFF, PASSWORD, "test");
  }

  @AfterAll
  void close() {
    book.close();
  }

  private HttpResponse<String> post(String path, String form, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(FORM, 0, all, 0, 2);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return site.send("POST", path, form, all);
  }

  private static String form(String name, String password) {
    return "name=" + TestSite.encode(name) + "&password=" + TestSite.encode(password);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private String signIn(String name) {
    String cookie = cookie(post("/login", form(name, PASSWORD) + "&back=/account"));
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String proof(String html) {
    Matcher proof = PROOF.matcher(html);
    assertTrue(proof.find(), html);
    return proof.group(1);
  }

  @Test
  void the_right_password_sets_a_cookie_that_scripts_and_other_sites_cannot_use() {
    HttpResponse<String> answer = post("/login", form("reader-one", PASSWORD) + "&back=/matters");
    String cookie = cookie(answer);
    assertAll(
        () -> assertEquals(303, answer.statusCode()),
        () -> assertEquals("/matters", answer.headers().firstValue("Location").orElse("")),
        () -> assertTrue(cookie.contains("HttpOnly"), cookie),
        () -> assertTrue(cookie.contains("SameSite=Lax"), cookie),
        () -> assertTrue(cookie.contains("Path=/"), cookie));
  }

  /** The system lets the site's process write no file further than its first kilobyte. */
  @Test
  void where_nothing_can_be_written_it_is_said_and_reading_goes_on() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/prlimit")), "no prlimit on this system");
    limitFiles("1024:unlimited");
    try {
      HttpResponse<String> answer = post("/login", form("reader-one", PASSWORD));
      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("磁盘满了"), answer.body());
      assertEquals(200, site.get("/?q=" + TestSite.encode("供水")).statusCode());
    } finally {
      limitFiles("unlimited:unlimited");
    }
    assertEquals(303, post("/login", form("reader-one", PASSWORD)).statusCode());
  }

  private void limitFiles(String bytes) throws Exception {
    List<String> command =
        List.of("/usr/bin/prlimit", "--pid", Long.toString(site.pid()), "--fsize=" + bytes);
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    HttpResponse<String> wrong = post("/login", form("reader-one", "not this one"));
    HttpResponse<String> unknown = post("/login", form("reader-two", "not this one"));
    assertEquals(401, wrong.statusCode());
    assertEquals(401, unknown.statusCode());
    assertEquals(wrong.body().replace("reader-one", ""), unknown.body().replace("reader-two", ""));
    assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void guessing_is_answered_with_a_wait() {
    HttpResponse<String> answer = post("/login", form("guessed", "guess number 0"));
    for (int i = 1; i < 8 && answer.statusCode() == 401; i++) {
      answer = post("/login", form("guessed", "guess number " + i));
    }
    assertEquals(429, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").orElse("").matches("[1-9][0-9]*"));
  }

  @Test
  void after_signing_in_one_does_not_leave_the_site() {
    for (String back : List.of("//example.invalid/", "https://example.invalid/", "/\\evil", "")) {
      HttpResponse<String> answer =
          post("/login", form("reader-one", PASSWORD) + "&back=" + TestSite.encode(back));
      assertEquals("/", answer.headers().firstValue("Location").orElse(""), back);
    }
  }

  @Test
  void a_page_for_those_signed_in_is_kept_by_nobody_and_names_them() {
    HttpResponse<String> page = site.get("/account", "Cookie", signIn("reader-one"));
    assertAll(
        () -> assertEquals(200, page.statusCode()),
        () -> assertTrue(page.body().contains("reader-one")),
        () ->
            assertEquals(
                "private, no-store", page.headers().firstValue("Cache-Control").orElse("")),
        () -> assertTrue(page.headers().firstValue("Vary").orElse("").contains("Cookie")));
  }

  @Test
  void the_public_is_led_to_the_login() {
    HttpResponse<String> answer = site.get("/account");
    assertEquals(303, answer.statusCode());
    assertEquals("/login?back=/account", answer.headers().firstValue("Location").orElse(""));
  }

  @Test
  void what_changes_something_needs_the_proof_of_our_own_form() {
    String cookie = signIn("reader-one");
    assertEquals(403, post("/logout", "", "Cookie", cookie).statusCode());
    assertEquals(403, post("/logout", "proof=" + "0".repeat(64), "Cookie", cookie).statusCode());
    assertEquals(200, site.get("/account", "Cookie", cookie).statusCode(), "still signed in");
    String proof = proof(site.get("/account", "Cookie", cookie).body());
    assertEquals(303, post("/logout", "proof=" + proof, "Cookie", cookie).statusCode());
    assertEquals(303, site.get("/account", "Cookie", cookie).statusCode(), "signed out");
  }

  @Test
  void what_comes_from_another_site_is_refused_even_at_the_login() {
    String form = form("reader-one", PASSWORD);
    assertEquals(403, post("/login", form, "Origin", "https://example.invalid").statusCode());
    assertEquals(403, post("/login", form, "Origin", "null").statusCode());
    assertEquals(403, post("/login", form, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(303, post("/login", form, "Sec-Fetch-Site", "same-origin").statusCode());
  }

  @Test
  void signing_out_everywhere_ends_every_device() {
    String one = signIn("staff-one");
    String other = signIn("staff-one");
    String proof = proof(site.get("/account", "Cookie", one).body());
    post("/account/devices", "number=all&proof=" + proof, "Cookie", one);
    assertEquals(303, site.get("/account", "Cookie", one).statusCode());
    assertEquals(303, site.get("/account", "Cookie", other).statusCode());
  }

  @Test
  void a_program_signs_in_for_a_token_and_gives_it_back() {
    JsonNode session =
        JsonMapper.shared()
            .readTree(
                site.send(
                        "POST",
                        "/api/v1/session",
                        "{\"name\":\"staff-one\",\"password\":\"" + PASSWORD + "\"}")
                    .body());
    String bearer = "Bearer " + session.path("token").asString();
    assertEquals("staff", session.path("role").asString());
    assertTrue(site.get("/api/v1/session", "Authorization", bearer).body().contains("staff-one"));
    assertEquals(
        204, site.send("DELETE", "/api/v1/session", "", "Authorization", bearer).statusCode());
    HttpResponse<String> after = site.get("/api/v1/session", "Authorization", bearer);
    assertEquals(401, after.statusCode());
    assertEquals(
        "application/problem+json; charset=utf-8",
        after.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void what_is_no_request_for_a_session_is_refused() {
    assertEquals(400, site.send("POST", "/api/v1/session", "{").statusCode());
    assertEquals(401, site.send("POST", "/api/v1/session", "{}").statusCode());
    assertEquals(401, site.send("POST", "/api/v1/session", "[1]").statusCode());
    assertEquals(401, site.send("DELETE", "/api/v1/session", "").statusCode());
    assertFalse(site.get("/api/v1/session").body().contains("token"));
  }
}
