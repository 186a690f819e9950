package wenmai.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.web.Main;

/** What somebody is told who types a command for the first time. */
class CommandLineTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) {
    said.reset();
    return Main.run(arguments, new Console(said, said));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_search_before_anything_was_taken_in_finds_nothing() {
    assertEquals(0, run("search", "预算", "--data", folder.resolve("data").toString()), said());
    assertTrue(said().contains("共 0 条"), said());
  }

  @Test
  void wrong_usage_is_told_in_chinese_with_what_is_wrong_and_where_help_is() {
    for (List<String> wrong :
        List.of(
            List.of("serch"),
            List.of("show"),
            List.of("search", "--foo"),
            List.of("search", "--size", "many"),
            List.of("search", "--kind"))) {
      assertEquals(2, run(wrong.toArray(String[]::new)), said());
      assertTrue(said().contains("--help"), said());
      assertFalse(said().matches("(?s).*(?:Usage|Missing|Unknown|Invalid|Expected).*"), said());
    }
  }

  @Test
  void a_list_with_nothing_in_it_says_so() {
    for (String verb : List.of("matters", "bases", "wanted")) {
      assertEquals(0, run(verb, "--data", folder.resolve("data").toString()), said());
      assertTrue(said().contains("没有"), said());
    }
  }

  @Test
  void a_trace_names_what_is_cited_and_not_held_with_its_sentence() throws IOException {
    Path paper = folder.resolve("决定.txt");
    Files.writeString(paper, "云川县人民代表大会常务委员会关于批准预算调整方案的决定\n根据《中华人民共和国预算法》的规定，决定批准。\n");
    String data = folder.resolve("data").toString();
    assertEquals(0, run("index", paper.toString(), "--data", data), said());
    assertEquals(0, run("search", "--json", "预算", "--data", data), said());
    String id = said().replaceAll("(?s).*?\"id\":\"([0-9a-f]+)\".*", "$1");
    assertEquals(0, run("trace", id, "--data", data), said());
    assertTrue(said().contains("—依据→ 《中华人民共和国预算法》（未收录）\n  “"), said());
    assertTrue(said().contains("根据《中华人民共和国预算法》的规定，决定批准。”"), said());
  }

  @Test
  void a_question_without_words_is_named_by_its_line() throws IOException {
    Path questions = folder.resolve("q.jsonl");
    Files.writeString(questions, "{\"id\":\"1\",\"query\":\"预算\"}\n");
    String run = folder.resolve("run").toString();
    String data = folder.resolve("data").toString();
    assertEquals(
        1, run("search", "--batch", questions.toString(), "--run", run, "--data", data), said());
    assertTrue(said().contains("第 1 行") && said().contains("\"text\""), said());
  }
}
