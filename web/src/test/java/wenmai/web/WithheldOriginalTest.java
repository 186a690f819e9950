package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.Workroom;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** A public mail with a marked paper attached is read by all and downloaded by staff alone. */
class WithheldOriginalTest {
  private static final String PASSWORD = "绝知此事要躬行也";
  private static final String WHY = "原件中还有不公开";

  @TempDir Path folder;
  private OpenSite site;
  private String staff;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    Files.writeString(
        papers.resolve("m.eml"),
        "From: a@example.org\nSubject: list\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n"
            + part("", "关于报送巡堤清单的函\n县委：\n现将清单报上，请审阅，并请提出意见。\n平县人大常委会\n2023年3月6日\n")
            + "--b\n"
            + part("m.txt", "机密★5年\n平县堤防隐患清单\n一、城东孔雀堤。\n")
            + "--b--\n");
    OpenSite.index(folder.resolve("data"), papers, "public");
    site = OpenSite.over(folder.resolve("data"), TwinSites.DAY);
    site.book().add("withheld", Role.STAFF, PASSWORD, "test");
    staff = ((Attempt.Granted) site.book().signIn("withheld", PASSWORD, "test")).token();
  }

  @AfterEach
  void close() {
    site.close();
    client.close();
  }

  private static String part(String name, String text) {
    String named = name.isEmpty() ? "" : "; name=\"" + name + "\"";
    String attached =
        name.isEmpty() ? "" : "Content-Disposition: attachment; filename=\"" + name + "\"\n";
    return "Content-Type: text/plain; charset=utf-8"
        + named
        + "\n"
        + attached
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\n";
  }

  private HttpResponse<String> get(String path, Optional<String> token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.site().port() + path));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private DocumentId find(String words) {
    return site.archive()
        .openFor(Reader.owner(), TwinSites.DAY)
        .search(SearchRequest.of(words))
        .hits()
        .getFirst()
        .document()
        .id();
  }

  @Test
  void no_door_gives_the_file_to_the_public_until_all_of_it_is_published() {
    String page = "/documents/" + find("\"现将清单报上\"").value();
    DocumentId marked = find("孔雀堤");
    List<String> doors = List.of(page + "/original", "/api/v1" + page + "/original");
    for (String door : doors) {
      HttpResponse<String> answer = get(door, Optional.empty());
      assertEquals(403, answer.statusCode(), door);
      assertTrue(answer.body().contains(WHY), answer.body());
      assertEquals(200, get(door, Optional.of(staff)).statusCode(), door);
    }
    String shown = get(page, Optional.empty()).body();
    assertTrue(shown.contains(WHY));
    assertFalse(shown.contains(page + "/original"));
    assertFalse(shown.contains("孔雀"));
    assertTrue(get(page, Optional.of(staff)).body().contains(page + "/original"));

    Workroom room = site.archive().workroomFor(new Reader(Role.STAFF, Optional.of("林知夏")));
    room.clear(marked, WarningCode.SECRECY_MARK);
    room.publish(marked, Publication.REVIEWED);
    room.publish(marked, Publication.PUBLIC);
    doors.forEach(door -> assertEquals(200, get(door, Optional.empty()).statusCode(), door));
    assertFalse(get(page, Optional.empty()).body().contains(WHY));
  }
}
