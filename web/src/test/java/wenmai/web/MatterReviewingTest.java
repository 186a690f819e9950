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
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.store.Premises;

/** Staff review matters over HTTP, nobody else does; each test leaves the archive as it was. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterReviewingTest {
  private static final String PASSWORD = "绝知此事要躬行也";

  private TestSite site;
  private AccountBook book;
  private String staff;
  private String reader;
  private String matter;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    book = AccountBook.open(Premises.in(site.data()), Clock.systemUTC());
    staff = token("reviewing-staff", Role.STAFF);
    reader = token("reviewing-reader", Role.READER);
    matter = site.matter();
  }

  @AfterAll
  void close() {
    book.close();
  }

  private String token(String name, Role role) {
    book.add(name, role, PASSWORD, "test");
    return ((Attempt.Granted) book.signIn(name, PASSWORD, "test")).token();
  }

  private HttpResponse<String> api(String method, String act, String body, String token) {
    return site.send(
        method, "/api/v1/matters/" + matter + act, body, "Authorization", "Bearer " + token);
  }

  private boolean reviewed() {
    return site.json("/api/v1/matters/" + matter).path("reviewed").asBoolean();
  }

  @Test
  void only_staff_decide() {
    assertEquals(401, site.send("POST", "/api/v1/matters/" + matter + "/confirm", "").statusCode());
    assertEquals(403, api("POST", "/confirm", "", reader).statusCode());
    assertFalse(site.get("/matters/" + matter).body().contains("name=\"proof\""));
  }

  @Test
  void a_confirmation_shows_and_can_be_taken_back() {
    assertFalse(reviewed());
    assertEquals(200, api("POST", "/confirm", "", staff).statusCode());
    assertTrue(reviewed());
    assertEquals(200, api("DELETE", "/decisions", "", staff).statusCode());
    assertFalse(reviewed());
  }

  private String proven() {
    Matcher proof =
        Pattern.compile("name=\"proof\" value=\"(\\w{64})\"")
            .matcher(site.get("/matters/" + matter, "Cookie", "wenmai=" + staff).body());
    assertTrue(proof.find());
    return "&proof=" + proof.group(1);
  }

  private HttpResponse<String> form(String fields) {
    String[] headers = {
      "Cookie", "wenmai=" + staff, "Content-Type", "application/x-www-form-urlencoded"
    };
    return site.send("POST", "/matters/" + matter, fields, headers);
  }

  @Test
  void what_a_form_cannot_do_is_told_on_the_page_of_the_matter() {
    String proven = proven();
    for (String act : List.of("merge&matter=none", "join&document=none")) {
      HttpResponse<String> answer = form("act=" + act + proven);
      assertEquals(422, answer.statusCode());
      assertTrue(answer.body().contains("没有找到“none”"), act);
      assertTrue(answer.body().contains("id=\"stages\""), act);
    }
  }

  @Test
  void the_page_of_the_matter_does_the_same_with_its_forms() {
    assertEquals(403, form("act=confirm").statusCode());
    String proven = proven();
    assertEquals(303, form("act=confirm" + proven).statusCode());
    assertTrue(reviewed());
    assertEquals(303, form("act=release" + proven).statusCode());
    assertEquals(422, form("act=burn" + proven).statusCode());
  }

  @Test
  void what_cannot_be_decided_is_refused_with_a_reason() {
    assertEquals(422, api("POST", "/split", "{\"documents\":[]}", staff).statusCode());
    assertEquals(422, api("POST", "/merge", "{}", staff).statusCode());
    assertEquals(404, api("POST", "/merge", "{\"matter\":\"none\"}", staff).statusCode());
    assertEquals(
        404, api("POST", "/join", "{\"document\":\"00000000000000000000\"}", staff).statusCode());
  }
}
