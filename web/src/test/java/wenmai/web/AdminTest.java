package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.store.Premises;
import wenmai.web.command.Console;

/** What admins see of a running site, and who else does not. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminTest {
  private static final String PASSWORD = "欲穷千里目更上一层楼";
  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([0-9a-f]{64})\"");
  private static final List<String> PATHS = List.of("/admin", "/admin/accounts", "/api/v1/admin");

  @TempDir static Path folder;
  private TestSite site;
  private AccountBook book;

  @BeforeAll
  void open(TestSite running) {
    site = running;
    book = AccountBook.open(Premises.in(site.data()), Clock.systemUTC());
    book.add("admin-seen", Role.ADMIN, PASSWORD, "test");
    book.add("staff-seen", Role.STAFF, PASSWORD, "test");
  }

  @AfterAll
  void close() {
    book.close();
  }

  private String[] as(String name) {
    String body = "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
    String token =
        JsonMapper.shared()
            .readTree(site.send("POST", "/api/v1/session", body).body())
            .path("token")
            .asString();
    return new String[] {"Authorization", "Bearer " + token};
  }

  private JsonNode condition() {
    return JsonMapper.shared().readTree(site.get("/api/v1/admin", as("admin-seen")).body());
  }

  private void index(Path path) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {"index", path.toString(), "--data", site.data().toString()},
            new Console(said, said));
    assertTrue(status == 0 || status == 3, () -> said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_public_is_led_to_the_login_and_staff_are_refused() {
    String[] staff = as("staff-seen");
    for (String path : PATHS) {
      assertEquals(path.startsWith("/api") ? 401 : 303, site.get(path).statusCode(), path);
      assertEquals(403, site.get(path, staff).statusCode(), path);
    }
  }

  @Test
  void figures_are_those_of_the_archive() {
    JsonNode condition = condition();
    long open = site.json("/api/v1/documents?size=1").path("total").asLong();
    assertAll(
        () -> assertEquals(open, condition.path("papers").path("open").asLong()),
        () -> assertTrue(condition.path("papers").path("originals").asLong() > 0),
        () -> assertEquals(0, condition.path("queue").path("toIndex").asLong()),
        () -> assertEquals(0, condition.path("queue").path("toDerive").asLong()),
        () -> assertFalse(condition.path("queue").path("outdated").asBoolean(true)),
        () -> assertTrue(condition.path("disk").path("index").asLong() > 10_000),
        () -> assertTrue(condition.path("disk").path("database").asLong() > 10_000),
        () -> assertTrue(condition.path("disk").path("free").asLong() > 0));
    String page = site.get("/admin", as("admin-seen")).body();
    assertTrue(page.contains("href=\"/admin/accounts\""), page);
    assertTrue(page.contains("系统管理"), page);
  }

  @Test
  void a_file_that_could_not_be_taken_is_named_until_it_can() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    Path bad = papers.resolve("坏了.docx");
    Files.write(bad, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
    index(papers);
    String told = condition().path("refused").toString();
    assertTrue(told.contains("坏了.docx"), told);
    assertTrue(site.get("/admin", as("admin-seen")).body().contains("坏了.docx"));
    Files.delete(bad);
    Files.writeString(papers.resolve("好的.txt"), "关于好的决定\n\n一、好的。\n");
    index(papers);
    assertFalse(condition().path("refused").toString().contains("坏了"));
  }

  @Test
  void what_nothing_was_found_for_is_shown_without_who_asked() {
    String[] staff = as("staff-seen");
    for (int i = 0; i < 3; i++) {
      site.get("/api/v1/documents?q=" + TestSite.encode("\"没有这样的文献吗\""));
      site.get("/api/v1/documents?q=" + TestSite.encode("\"工作人员的检索词\""), staff);
    }
    String told = condition().path("searches").toString();
    assertTrue(told.contains("没有这样的文献吗"), told);
    assertFalse(told.contains("工作人员的检索词"), told);
  }

  @Test
  void the_last_backup_and_the_last_check_are_told_of() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String data = site.data().toString();
    Main.run(
        new String[] {"backup", folder.resolve("copy.zip").toString(), "--data", data},
        new Console(said, said));
    Main.run(new String[] {"check", "--data", data}, new Console(said, said));
    JsonNode condition = condition();
    assertTrue(condition.path("backup").asString("").startsWith("20"), condition.toString());
    assertTrue(condition.path("check").path("at").asString("").startsWith("20"));
    assertEquals(0, condition.path("check").path("faults").asLong(-1), said.toString());
  }

  @Test
  void accounts_are_added_signed_out_and_removed_on_a_page_with_a_proof() {
    HttpResponse<String> in =
        post("/login", "name=admin-seen&password=" + TestSite.encode(PASSWORD), "");
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Matcher proof = PROOF.matcher(site.get("/admin/accounts", "Cookie", cookie).body());
    assertTrue(proof.find());
    String add = "act=add&role=reader&name=newcomer&password=" + TestSite.encode(PASSWORD);
    assertEquals(403, post("/admin/accounts", add, cookie).statusCode(), "without the proof");
    add += "&proof=" + proof.group(1);
    assertEquals(303, post("/admin/accounts", add, cookie).statusCode());
    assertEquals(422, post("/admin/accounts", add, cookie).statusCode(), "there is one already");
    assertTrue(site.get("/admin/accounts", "Cookie", cookie).body().contains("newcomer"));
    String[] newcomer = as("newcomer");
    assertEquals(403, site.get("/admin", newcomer).statusCode());
    String end = "act=sign-out&name=newcomer&proof=" + proof.group(1);
    assertEquals(303, post("/admin/accounts", end, cookie).statusCode());
    assertEquals(401, site.get("/api/v1/admin", newcomer).statusCode(), "signed out");
    String remove = "act=remove&proof=" + proof.group(1) + "&name=";
    assertEquals(303, post("/admin/accounts", remove + "newcomer", cookie).statusCode());
    assertEquals(422, post("/admin/accounts", remove + "admin-seen", cookie).statusCode());
    assertTrue(book.accounts().stream().noneMatch(a -> a.name().equals("newcomer")));
  }

  private HttpResponse<String> post(String path, String form, String cookie) {
    return site.send(
        "POST",
        path,
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        cookie.isEmpty() ? "none=1" : cookie);
  }
}
