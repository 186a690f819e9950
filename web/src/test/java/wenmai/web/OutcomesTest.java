package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import wenmai.web.command.Console;

/** What came of matters: filtered, shown, saved. */
@ExtendWith(SiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesTest {
  private TestSite site;
  private List<JsonNode> all = List.of();

  @BeforeAll
  void open(TestSite running) {
    site = running;
    List<JsonNode> matters = new ArrayList<>();
    site.json("/api/v1/matters?size=100").path("matters").forEach(matters::add);
    all = List.copyOf(matters);
    assertEquals(site.json("/api/v1/matters?size=1").path("total").asInt(), all.size());
  }

  @ParameterizedTest
  @CsvSource({
    "satisfied, 满意, verdict, satisfied",
    "basically-satisfied, 基本满意, verdict, basically-satisfied",
    "dissatisfied, 不满意, verdict, dissatisfied",
    "passed, 通过, verdict, passed",
    "not-passed, 未通过, verdict, not-passed",
    "a, A类, grade, A",
    "b, B类, grade, B",
    "c, C类, grade, C",
  })
  void the_filter_keeps_the_matters_whose_last_result_it_is(
      String key, String name, String field, String value) {
    TreeSet<String> expected = new TreeSet<>();
    for (JsonNode matter : all) {
      String last = "";
      for (JsonNode outcome : matter.path("outcomes")) {
        boolean grade = outcome.path("type").asString().equals("grade");
        if (grade == field.equals("grade")) {
          last = outcome.path(field).asString("");
        }
      }
      if (last.equals(value)) {
        expected.add(matter.path("id").asString());
      }
    }
    for (String typed : List.of(key, TestSite.encode(name))) {
      TreeSet<String> found = new TreeSet<>();
      site.json("/api/v1/matters?size=100&outcome=" + typed)
          .path("matters")
          .forEach(matter -> found.add(matter.path("id").asString()));
      assertEquals(expected, found, typed);
      String page = site.get("/matters?size=100&outcome=" + typed).body();
      for (JsonNode matter : all) {
        String id = matter.path("id").asString();
        assertEquals(expected.contains(id), page.contains("<h2><a href=\"/matters/" + id + "\">"));
      }
    }
  }

  @Test
  void results_are_there_of_each_kind_and_each_is_proved_by_its_paper() {
    TreeSet<String> types = new TreeSet<>();
    for (JsonNode matter : all) {
      for (JsonNode outcome : matter.path("outcomes")) {
        types.add(outcome.path("type").asString());
        JsonNode proof = outcome.path("evidence");
        String text =
            site.json("/api/v1/documents/" + proof.path("document").asString())
                .path("text")
                .asString();
        assertEquals(
            proof.path("quote").asString(),
            text.substring(
                text.offsetByCodePoints(0, proof.path("start").asInt()),
                text.offsetByCodePoints(0, proof.path("end").asInt())));
      }
    }
    assertTrue(types.containsAll(List.of("grade", "satisfaction", "verdict")), types.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "outcome, satisfied, dissatisfied",
    "type, suggestion, supervision",
    "year, 2024, 2025",
    "status, open, overdue",
  })
  void of_several_values_of_one_filter_any_will_do(String name, String one, String other) {
    TreeSet<String> expected = ids(name + "=" + one);
    assertTrue(expected.addAll(ids(name + "=" + other)), "nothing more is " + other);
    assertEquals(expected, ids(name + "=" + one + "&" + name + "=" + other));
    String csv = site.get("/matters.csv?" + name + "=" + one + "&" + name + "=" + other).body();
    assertEquals(expected.size() + 1, csv.lines().count());
  }

  private TreeSet<String> ids(String query) {
    TreeSet<String> ids = new TreeSet<>();
    site.json("/api/v1/matters?size=100&" + query)
        .path("matters")
        .forEach(matter -> ids.add(matter.path("id").asString()));
    return ids;
  }

  @Test
  void the_command_line_chooses_as_the_api_does() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertEquals(0, matters(said, "--outcome", "满意", "--outcome", "dissatisfied", "--json"));
    TreeSet<String> found = new TreeSet<>();
    said.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> found.add(line.split("\"", -1)[7]));
    assertEquals(ids("outcome=satisfied&outcome=dissatisfied"), found);
    assertEquals(2, matters(said, "--outcome", "还行"));
  }

  private int matters(OutputStream said, String... choice) {
    List<String> words = new ArrayList<>(List.of("matters", "--data", site.data().toString()));
    words.addAll(List.of("--as-of", TestSite.DAY));
    words.addAll(List.of(choice));
    return Main.run(
        words.toArray(String[]::new), new Console(said, OutputStream.nullOutputStream()));
  }

  @Test
  void a_result_that_there_is_not_is_refused() {
    assertEquals(400, site.get("/api/v1/matters?outcome=good").statusCode());
    assertEquals(400, site.get("/matters.csv?outcome=good").statusCode());
  }

  @Test
  void the_page_of_a_matter_shows_the_counts_and_the_sentence() {
    JsonNode matter = counted();
    JsonNode tally = tally(matter);
    String page = site.get("/matters/" + matter.path("id").asString()).body();
    assertTrue(page.contains("<table class=\"tally\">"));
    for (JsonNode count : tally.path("counts")) {
      assertTrue(
          page.contains("<td class=\"num\">" + count.path("votes").asInt() + "</td>"),
          count.toString());
    }
  }

  @Test
  void the_saved_ledger_has_a_column_for_each_count() {
    JsonNode matter = counted();
    String csv = site.get("/matters.csv").body();
    List<String> head = cells(csv.lines().findFirst().orElseThrow());
    assertTrue(
        head.containsAll(List.of("赞成", "反对", "弃权", "满意", "基本满意", "不满意", "结果")), head.toString());
    String id = matter.path("id").asString();
    List<String> row =
        cells(csv.lines().filter(line -> line.contains(id)).findFirst().orElseThrow());
    for (JsonNode count : tally(matter).path("counts")) {
      String column = count.path("choice").asString().equals("satisfied") ? "满意" : "";
      if (!column.isEmpty()) {
        assertEquals(count.path("votes").asString(), row.get(head.indexOf(column)));
      }
    }
    assertEquals("", row.get(head.indexOf("赞成")));
  }

  /** A matter that ended in a count on the scale of satisfaction. */
  private JsonNode counted() {
    return all.stream()
        .filter(matter -> tally(matter).path("counts").size() == 3)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode tally(JsonNode matter) {
    JsonNode outcomes = matter.path("outcomes");
    JsonNode last = outcomes.path(outcomes.size() - 1);
    return last.path("type").asString().equals("satisfaction") ? last : outcomes.path("none");
  }

  private static List<String> cells(String line) {
    return Arrays.asList(
        line.substring(1, line.length() - 1).replace("\uFEFF\"", "").split("\",\"", -1));
  }
}
