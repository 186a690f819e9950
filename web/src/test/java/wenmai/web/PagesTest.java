package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page as it is sent: valid, and with no way out of it that leads nowhere. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
  private static final int MOST_LINKS = 400;

  private TestSite site;

  @BeforeAll
  void open(TestSite running) {
    site = running;
  }

  @TestFactory
  Stream<DynamicTest> every_page_is_valid_html() {
    return Places.of(site).entrySet().stream()
        .map(place ->
            DynamicTest.dynamicTest(
                place.getKey(),
                () -> assertEquals(List.of(), faults(site.get(place.getValue()).body()))));
  }

  private static List<String> faults(String html) throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    validator.setNoLangDetect(true);
    String answer =
        validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    List<String> faults = new ArrayList<>();
    for (JsonNode message : JsonMapper.shared().readTree(answer).path("messages")) {
      faults.add(message.path("message").asString() + " — " + message.path("extract").asString());
    }
    return faults;
  }

  @Test
  void every_link_of_every_page_leads_somewhere() {
    Map<String, String> seen = new TreeMap<>();
    Places.of(site).values().forEach(page -> links(site.get(page).body(), page, seen));
    List<String> broken = new ArrayList<>();
    seen.entrySet().stream()
        .limit(MOST_LINKS)
        .forEach(link -> {
          HttpResponse<String> answer = site.get(link.getKey());
          boolean asked = link.getKey().startsWith("/documents/") && answer.statusCode() == 410;
          if (answer.statusCode() >= 400 && !asked) {
            broken.add(answer.statusCode() + " " + link.getKey() + " on " + link.getValue());
          }
        });
    assertTrue(seen.size() > 100, "only " + seen.size() + " links seen");
    assertEquals(List.of(), broken);
  }

  @Test
  void the_home_page_names_the_lacking_step_whose_day_it_gives() {
    Matcher row =
        Pattern.compile(
                "href=\"(/matters/[^\"]+)\">[^<]*</a><br><span class=\"when\">[^<]*"
                    + "<span class=\"gapword\">未见([^<]+)</span> · 应于 ([0-9-]+) 前")
            .matcher(site.get("/").body());
    int rows = 0;
    while (row.find()) {
      String step = row.group(2);
      String day = row.group(3);
      JsonNode matter = JsonMapper.shared().readTree(site.get("/api/v1" + row.group(1)).body());
      assertTrue(
          matter
              .path("missing")
              .valueStream()
              .anyMatch(missing ->
                  missing.path("stage").asString().equals(step)
                      && missing.path("due").asString("").equals(day)),
          row.group());
      rows++;
    }
    assertTrue(rows > 0, "no overdue matter on the home page");
  }

  @Test
  void every_anchor_of_a_page_stands_on_it() {
    Places.of(site)
        .values()
        .forEach(page -> {
          String html = site.get(page).body();
          List<String> lost = new ArrayList<>();
          Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
          while (link.find()) {
            if (!html.contains("id=\"" + link.group(1) + "\"")) {
              lost.add(link.group(1));
            }
          }
          assertEquals(List.of(), lost, page);
        });
  }

  private static void links(String html, String page, Map<String, String> seen) {
    Matcher link = LINK.matcher(html);
    while (link.find()) {
      String href = link.group(1).replace("&amp;", "&");
      int anchor = href.indexOf('#');
      String path = anchor < 0 ? href : href.substring(0, anchor);
      assertTrue(path.isEmpty() || path.startsWith("/"), "leaves the site: " + href);
      if (!path.isEmpty()) {
        seen.putIfAbsent(path, page);
      }
    }
  }
}
